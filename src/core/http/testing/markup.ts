/** What is wrong with the structure of a page's main part, one line each; empty when it is sound. */
export function structureSins(html: string): readonly string[] {
  const sins: string[] = [];
  const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
  if (levels.filter((level) => level === 1).length !== 1) sins.push(`headings of level 1: ${levels.join(' ')}`);
  levels.forEach((level, i) => {
    if (i > 0 && level > levels[i - 1]! + 1) sins.push(`a heading of level ${level} follows one of ${levels[i - 1]}`);
  });
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
  for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) sins.push(`the id ${id} twice`);
  const known = new Set(ids);
  for (const [, id] of html.matchAll(/<a (?:[^>]* )?href="#([^"]+)"/g))
    if (!known.has(id!)) sins.push(`a link leads to #${id}, which is not there`);
  for (const [, pointer] of html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/g))
    for (const id of pointer!.split(' '))
      if (!known.has(id)) sins.push(`something points to #${id}, which is not there`);
  const said = html.replace(/<[^>]*>/g, '\u0001');
  for (const trap of ['{', '}', 'undefined', 'NaN', '[object', 'Invalid Date', '\u0001null\u0001', '\u0001false\u0001'])
    if (said.includes(trap)) sins.push(`it says ${trap.replaceAll('\u0001', '')}`);
  for (const [tag] of html.matchAll(
    /<(h[1-6]|p|a|b|li|dt|dd|div|summary|legend|figcaption|caption)(?: [^>]*)?><\/\1>/g,
  ))
    sins.push(`an empty ${tag}`);
  for (const [tag] of html.matchAll(/<[a-z]+ [^>]*style="[^"]*"/g)) sins.push(`a style attribute: ${tag}`);
  return sins;
}
