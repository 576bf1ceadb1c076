/**
 * How papers look, in Typst. Words come in as data and are never read as markup, so nothing that somebody wrote can
 * change a sheet or read a file.
 */
export const TEMPLATE = String.raw`
#let data = json(bytes(sys.inputs.papers))
#let ink = rgb("#1c2326")
#let quiet = rgb("#56636b")
#let rule = rgb("#9aa3a6")
#let wash = rgb("#f3f0e9")

#set document(title: data.first().title, author: data.first().head.name, date: none)
#set text(font: "Noto Sans", size: 10.5pt, fill: ink, lang: data.first().language, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em, justify: false)

// The longest word decides: it is never broken and never leaves its box.
#let tight(words) = layout(box => {
  let widest = calc.max(1pt, ..words.split(regex("\s")).map(word => measure(word).width))
  set text(size: 1em * calc.min(1, box.width / widest))
  words
})

// The largest of some sizes at which the words stay inside the box.
#let stepped(words, sizes, width, height, weight: "bold", lead: 0.4em) = context {
  let drawn(size) = {
    set text(size: size, weight: weight)
    set par(leading: lead)
    block(width: width, align(center, words))
  }
  let fits(size) = {
    let widest = calc.max(1pt, ..words.split(regex("\s")).map(word => measure(text(size: size, weight: weight, word)).width))
    widest <= width and measure(drawn(size), width: width).height <= height
  }
  let size = sizes.find(fits)
  drawn(if size == none { sizes.last() } else { size })
}

#let ribbon(head, height) = {
  let tile = image(bytes(head.ribbon), format: "svg", height: height)
  context block(height: height, width: 100%, clip: true, layout(box => {
    let one = measure(tile).width
    stack(dir: ltr, ..range(calc.ceil(box.width / one)).map(_ => tile))
  }))
}

#let letterhead(head) = {
  text(weight: "bold", size: 11pt, head.name)
  if head.motto != "" { linebreak(); text(size: 8.5pt, fill: quiet, head.motto) }
  v(1mm, weak: true)
  pdf.artifact(ribbon(head, 4mm))
  if head.notice != none { text(size: 8pt, weight: "bold", head.notice) }
}

#let signs(one) = {
  let words = one.words
  // A few signatures stay together; those of a whole forum go on from page to page, each whole.
  let together = one.signers.len() <= 4
  block(breakable: not together, width: 100%, above: 8mm, {
    for signer in one.signers {
      block(breakable: false, width: 100%, above: 10mm, below: 4mm, grid(
        columns: (1fr, 52mm, 28mm) + if words.stamp == none { () } else { (18mm,) },
        column-gutter: 5mm,
        align: bottom,
        [#text(weight: "bold", signer.role) #linebreak() #signer.name],
        [#line(length: 100%, stroke: 0.6pt) #v(-2mm) #align(center, text(size: 8pt, fill: quiet, words.signature))],
        [#line(length: 100%, stroke: 0.6pt) #v(-2mm) #align(center, text(size: 8pt, fill: quiet, words.day))],
        ..if words.stamp == none { () } else { (align(center, text(fill: quiet, words.stamp)),) },
      ))
    }
  })
}

#let sides = (start: left, end: right, centre: center)
#let grown(one) = {
  let columns = one.columns
  let side(index) = sides.at(columns.at(index).at("align", default: "start"))
  let high = one.at("high", default: none)
  table(
    columns: columns.map(column => column.share * 1fr),
    stroke: 0.5pt + rule,
    inset: (x: 1.6mm, y: 1.5mm),
    align: (column, row) => side(column) + (if high == none { top } else { horizon }),
    table.header(..columns.map(column => table.cell(fill: wash, {
      set text(size: 8.5pt, weight: "bold")
      tight(column.label)
    }))),
    ..one.rows.map(row => if type(row) == dictionary {
      (table.cell(colspan: columns.len(), fill: wash, align: left, text(weight: "bold", size: 9.5pt, row.across)),)
    } else {
      row.enumerate().map(((index, words)) => table.cell(breakable: false, {
        set text(size: 9.5pt)
        if high == none { tight(words) } else {
          block(height: high * 1mm, width: 100%, align(side(index) + horizon, tight(words)))
        }
      }))
    }).flatten(),
  )
}

#let drawn(one) = {
  if one.kind == "heading" {
    block(above: if one.level == 2 { 6mm } else { 4.5mm }, below: 2.5mm, sticky: true,
      heading(level: one.level, outlined: false, text(size: if one.level == 2 { 12.5pt } else { 11pt }, one.text)))
  } else if one.kind == "text" {
    let tone = one.at("tone", default: "")
    par(text(fill: if tone == "quiet" { quiet } else { ink }, size: if tone == "quiet" { 9pt } else { 10.5pt },
      weight: if tone == "strong" { "bold" } else { "regular" }, one.text))
  } else if one.kind == "list" {
    if one.ordered { enum(spacing: 0.8em, ..one.items) } else { list(spacing: 0.8em, ..one.items) }
  } else if one.kind == "facts" {
    block(above: 5mm, below: 5mm, grid(columns: (46mm, 1fr), column-gutter: 4mm, row-gutter: 2.4mm,
      ..one.rows.map(((label, value)) => (text(fill: quiet, label), value)).flatten()))
  } else if one.kind == "table" { grown(one)
  } else if one.kind == "lines" {
    block(breakable: false, width: 100%, above: 4mm, below: 5mm, {
      text(one.label)
      for index in range(one.count) {
        v(if index == 0 { 5mm } else { 8mm }, weak: false)
        line(length: 100%, stroke: 0.4pt + rule)
        v(-2mm)
      }
    })
  } else if one.kind == "signs" { signs(one)
  } else if one.kind == "break" { pagebreak(weak: true) }
}

#let letter(one, index) = {
  set page(paper: "a4", margin: (left: 25mm, right: 15mm, top: 15mm, bottom: 20mm), footer: context {
    set text(size: 7.5pt, fill: quiet)
    let ends = query(label("end-" + str(index)))
    let pages = if ends.len() == 0 { 1 } else { counter(page).at(ends.first().location()).first() }
    grid(columns: (1fr, auto), column-gutter: 6mm, one.foot,
      one.paging.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(pages)))
  })
  counter(page).update(1)
  letterhead(one.head)
  v(5mm, weak: true)
  align(center, {
    heading(level: 1, outlined: false, text(size: 15pt, one.title))
    if one.about != none { text(size: 10pt, one.about) }
  })
  v(5mm, weak: true)
  for block-data in one.body.blocks { drawn(block-data) }
  [#metadata(none)#label("end-" + str(index))]
}

// A4 lying, folded along the middle: half a sheet is 105 mm high. Capitals of Noto Sans are 0.714 of the size.
#let tents(one) = {
  set page(paper: "a4", flipped: true, margin: 0mm, footer: none)
  let half(tent) = block(width: 297mm, height: 105mm, inset: (x: 14mm, top: 7mm, bottom: 6mm), {
    align(center, text(size: 17pt, fill: quiet, tent.above))
    v(1fr)
    stepped(tent.name, (76pt, 66pt, 56pt, 48pt, 42pt, 36pt, 30pt), 269mm, 68mm)
    v(1fr)
    pdf.artifact(ribbon(one.head, 4mm))
  })
  for (index, tent) in one.body.tents.enumerate() {
    if index > 0 { pagebreak() }
    pdf.artifact(place(top + left, rotate(180deg, half(tent))))
    place(top + left, dy: 105mm, line(length: 297mm, stroke: (paint: rule, thickness: 0.4pt, dash: "dashed")))
    place(top + right, dx: -6mm, dy: 102mm, text(size: 6pt, fill: quiet, one.body.fold))
    place(top + left, dy: 105mm, half(tent))
  }
}

#let card(one, card, size) = {
  set text(size: size)
  set par(leading: 0.5em)
  stack(spacing: 0.75em,
    text(size: 0.8em, fill: quiet, card.above),
    text(weight: "bold", size: 1.15em, card.title),
    card.words,
    ..card.options.map(option => grid(columns: (1.75em, 1fr), column-gutter: 0.8em, align: horizon,
      rect(width: 1.75em, height: 1.75em, radius: if card.mark == "rank" { 0.3em } else { 0pt }, stroke: 1pt + ink),
      text(size: 1.1em, weight: "medium", option))),
    text(size: 0.85em, card.how),
  )
}

// As many on a sheet as fit at a size that everybody can read; all of them look the same.
#let cards(one) = {
  set page(paper: "a4", margin: 0mm, footer: none)
  let shapes = (
    (across: 2, down: 3, size: 11pt), (across: 2, down: 3, size: 10pt), (across: 2, down: 2, size: 11pt),
    (across: 2, down: 2, size: 9.5pt), (across: 1, down: 2, size: 12pt), (across: 1, down: 2, size: 10pt),
    (across: 1, down: 1, size: 12pt), (across: 1, down: 1, size: 11pt), (across: 1, down: 1, size: 9.5pt), (across: 1, down: 1, size: 8pt),
  )
  context {
    let low = 15mm
    let fits(shape) = {
      let width = 210mm / shape.across - 18mm
      let height = 297mm / shape.down - 14mm - low
      let widest = calc.max(1pt, ..one.body.card.options.join(" ").split(regex("\s"))
        .map(word => measure(text(size: shape.size * 1.1, word)).width))
      widest <= width - shape.size * 2.55 and measure(card(one, one.body.card, shape.size), width: width).height <= height
    }
    let found = shapes.find(fits)
    let shape = if found == none { shapes.last() } else { found }
    let each = shape.across * shape.down
    let sheets = calc.ceil(one.body.count / each)
    for sheet in range(sheets) {
      if sheet > 0 { pagebreak() }
      grid(columns: (210mm / shape.across,) * shape.across, rows: (297mm / shape.down,) * shape.down,
        stroke: (paint: rule, thickness: 0.5pt, dash: "dashed"),
        ..range(each).map(_ => block(width: 100%, height: 100%, inset: (x: 9mm, top: 8mm, bottom: 6mm), {
          card(one, one.body.card, shape.size)
          place(bottom + left, text(size: 7.5pt, fill: quiet, one.body.card.below))
          place(bottom + right, box(width: 26mm, height: 12mm, stroke: (paint: rule, thickness: 0.5pt, dash: "dotted"),
            align(center + horizon, text(size: 7pt, fill: quiet, one.body.card.stamp))))
        })))
    }
  }
}

#for (index, one) in data.enumerate() {
  if index > 0 { pagebreak(weak: true) }
  set text(lang: one.language)
  if one.body.layout == "letter" { letter(one, index) }
  else if one.body.layout == "tents" { tents(one) }
  else { cards(one) }
}
`;
