import { cellOf, type Findings, headsOf, nearest, saidBelow, saidOf, yesOrNo } from '../columns/rules.ts';
import { counterOf, isTable, needsCounter } from '../generated/rules.ts';
import { NameWatch } from '../names/rules.ts';
import { judgeParameters, readParameters } from '../parameters/rules.ts';
import { added, onlyReference, referenceTo } from '../references/rules.ts';
import type { Element, Grid, Line, SelectSource } from '../schema.ts';
import { readType, TYPE_NAMES, type TypeWords } from '../types/rules.ts';
import { isComputed } from '../xforms/defaults/rules.ts';
import { isXmlName } from '../xml/rules.ts';
import type { Around, Draft, Section } from './schema.ts';
import { judgeSelect } from './selects/rules.ts';

/** Walks the sheet "survey" row by row: questions, and sections with what stands between their begin and end. */
export function readOutline(grid: Grid, around: Around, said: Findings): readonly Element[] {
  return new Outline(grid, around, said).read();
}

class Outline {
  readonly #grid: Grid;
  readonly #around: Around;
  readonly #said: Findings;
  readonly #open: Section[] = [{ element: null, items: [] }];
  readonly #names: NameWatch;

  constructor(grid: Grid, around: Around, said: Findings) {
    this.#grid = grid;
    this.#around = around;
    this.#said = said;
    this.#names = new NameWatch(around.rootName, said);
  }

  read(): readonly Element[] {
    for (const line of this.#grid.lines) this.#line(line);
    const unclosed = this.#open.length > 1 ? this.#open.at(-1)?.element : null;
    if (unclosed)
      this.#said.fault('unmatched_begin', {
        ...this.#at(unclosed.row),
        found: unclosed.name,
        expected: `end_${unclosed.is}`,
      });
    return this.#open[0]!.items;
  }

  #at(row: number | null, column: string | null = null) {
    return { sheet: this.#grid.sheet, row, column };
  }

  #line(line: Line): void {
    const disabled = cellOf(line, 'disabled');
    if (disabled !== '') {
      this.#said.remark('disabled_column', { ...this.#at(line.row, 'disabled'), expected: 'relevant' });
      if (yesOrNo(disabled)) return;
    }
    const type = cellOf(line, 'type').trim().replace(/\s+/g, ' ');
    if (type === '') this.#withoutType(line);
    else this.#typed(line, type);
  }

  #typed(line: Line, type: string): void {
    const words = readType(type);
    if (words.is === 'end') {
      this.#end(line, words);
      return;
    }
    if (words.is === 'unknown') {
      this.#said.fault('unknown_type', {
        ...this.#at(line.row, 'type'),
        found: type,
        near: nearest(type.split(' ')[0]!, TYPE_NAMES) ?? nearest(type, TYPE_NAMES),
      });
      return;
    }
    const name = this.#nameOf(line, words);
    if (name === null) return;
    if (words.is === 'begin') this.#begin(line, name, words);
    else this.#question(line, name, words);
  }

  #withoutType(line: Line): void {
    const isNote = cellOf(line, 'name') === '' && Object.keys(saidOf(line, 'label')).length === 0;
    if (isNote) this.#said.remark('skipped_row', this.#at(line.row));
    else this.#said.fault('no_type', this.#at(line.row, 'type'));
  }

  #nameOf(line: Line, words: TypeWords): string | null {
    const name = cellOf(line, 'name').trim();
    const type = words.is === 'plain' ? words.type : '';
    if (type === 'audit') {
      if (name !== '' && name !== 'audit')
        this.#said.fault('audit_name', { ...this.#at(line.row, 'name'), found: name, expected: 'audit' });
      return 'audit';
    }
    if (name === '' && type === 'note') return `generated_note_name_${line.row}`;
    if (name === '') {
      this.#said.fault('no_name', this.#at(line.row, 'name'));
      return null;
    }
    if (isXmlName(name)) return name;
    this.#said.fault('bad_name', { ...this.#at(line.row, 'name'), found: name });
    return null;
  }

  #begin(line: Line, name: string, words: TypeWords & { readonly is: 'begin' }): void {
    const element = this.#element(line, name, words.section, words.section);
    this.#names.section(this.#open.length, element, this.#at(line.row, 'name'));
    const isSilent = Object.keys(element.label).length === 0 && Object.keys(element.media).length === 0;
    if (words.section === 'repeat' && isSilent)
      this.#said.remark('no_section_label', { ...this.#at(line.row, 'label'), found: name, expected: words.section });
    if (words.section === 'loop') this.#loopList(line, words.list, element);
    const here = this.#open.at(-1)!.items;
    if (needsCounter(element)) this.#names.question(this.#open.length, counterOf(element), this.#at(null, 'name'));
    here.push(element);
    this.#open.push({ element, items: element.items as Draft[] });
    this.#names.open();
  }

  #loopList(line: Line, list: string, element: Draft): void {
    if (list === '') this.#said.fault('loop_without_list', this.#at(line.row, 'type'));
    else if (!this.#around.lists[list])
      this.#said.fault('unknown_list', { ...this.#at(line.row, 'type'), found: list, expected: this.#listNames() });
    else element.select = { list, from: 'choices', filter: '', other: false };
  }

  #listNames = (): string => Object.keys(this.#around.lists).join(', ');

  #end(line: Line, words: TypeWords & { readonly is: 'end' }): void {
    const last = this.#open.at(-1)!;
    if (last.element?.is !== words.section) {
      const name = cellOf(line, 'name') || 'unknown';
      this.#said.fault('unmatched_end', {
        ...this.#at(line.row, 'type'),
        found: name,
        expected: `begin_${words.section}`,
      });
      return;
    }
    this.#open.pop();
    this.#names.close();
  }

  #question(line: Line, name: string, words: TypeWords & { readonly is: 'select' | 'osm' | 'plain' }): void {
    const type = words.is === 'osm' ? 'osm' : words.type;
    const element = this.#element(line, name, 'question', type);
    if (type !== 'audit') this.#names.question(this.#open.length, name, this.#at(line.row, 'name'));
    this.#parameters(line, element, words);
    const instance = element.parameters['reference-geometry'] ?? element.parameters.tick_labelset;
    if (instance)
      element.select = { list: instance, from: 'instance', filter: cellOf(line, 'choice_filter'), other: false };
    if (words.is === 'osm' && words.list)
      element.select = { list: words.list, from: 'choices', filter: '', other: false };
    if (type === 'calculate' && !element.bind.calculate && !isComputed(element.preset, type))
      this.#said.fault('no_calculation', { ...this.#at(line.row, 'calculation'), found: name });
    const { label, hint, media, guidance } = element;
    if ([label, hint, media].every((said) => Object.keys(said).length === 0) && Object.keys(guidance).length > 0)
      this.#said.fault('no_text', { ...this.#at(line.row, 'label'), found: name });
    if (['subscriberid', 'simserial'].includes(type))
      this.#said.remark('old_device_fact', { ...this.#at(line.row, 'type'), found: type });
    if (type === 'image' && !element.parameters['max-pixels'])
      this.#said.remark('no_max_pixels', {
        ...this.#at(line.row, 'parameters'),
        found: name,
        expected: 'max-pixels=1024',
      });
    const here = this.#open.at(-1)!.items;
    if (words.is !== 'select') {
      (type === 'audit' ? this.#open[0]!.items : here).push(element);
      return;
    }
    const select: SelectSource = {
      list: words.list,
      from: words.from,
      filter: cellOf(line, 'choice_filter'),
      other: words.other,
    };
    element.select = select;
    judgeSelect(words.command, element, this.#around, this.#said);
    this.#inTable(element, here);
    here.push(element);
  }

  /** Questions of a table share one list, whole. */
  #inTable(element: Draft, before: readonly Draft[]): void {
    const group = this.#open.at(-1)!.element;
    if (!group || !isTable(group)) return;
    const { list, filter } = element.select!;
    const first = before.find((item) => item.select)?.select;
    const at = this.#at(element.row, 'type');
    if (!first && filter !== '') this.#said.fault('table_list', { ...at, found: filter });
    if (first && first.list !== list) this.#said.fault('table_list', { ...at, found: list, expected: first.list });
  }

  #parameters(line: Line, element: Draft, words: TypeWords): void {
    const text = cellOf(line, 'parameters');
    const at = this.#at(line.row, 'parameters');
    const parameters = readParameters(text);
    if (parameters === null) {
      this.#said.fault('parameter_shape', { ...at, found: text, expected: 'key1=value1 key2=value2' });
      return;
    }
    element.parameters = parameters;
    judgeParameters(
      {
        type: element.type,
        fromFile: words.is === 'select' && words.from === 'file',
        appearance: element.control.appearance ?? '',
        parameters,
        lists: this.#around.lists,
        at,
      },
      this.#said,
    );
  }

  #element(line: Line, name: string, is: Element['is'], type: string): Draft {
    const texts = (first: string): Record<string, string> =>
      Object.fromEntries(
        line.fields.flatMap((f) => (f.path[0] === first && f.path[1] ? [[f.path.slice(1).join(':'), f.value]] : [])),
      );
    const known =
      /^(type|name|label|hint|guidance_hint|media|bind|control|instance|default|trigger|choice_filter|parameters|disabled)$/;
    const other = line.fields.filter((field) => !known.test(field.path[0]!));
    return {
      ...added({ name, type }),
      is,
      row: line.row,
      label: saidOf(line, 'label'),
      hint: saidOf(line, 'hint'),
      guidance: saidOf(line, 'guidance_hint'),
      media: saidBelow(line, 'media'),
      bind: saidBelow(line, 'bind'),
      control: texts('control'),
      instance: texts('instance'),
      preset: cellOf(line, 'default'),
      trigger: this.#trigger(line),
      other: Object.fromEntries(other.map((field) => [field.path.join('::'), field.value])),
      heads: headsOf(line),
      items: [],
    };
  }

  #trigger(line: Line): readonly string[] {
    const text = cellOf(line, 'trigger');
    if (text === '') return [];
    const names = text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => onlyReference(part));
    if (names.every((name) => name !== null)) return names;
    this.#said.fault('trigger_list', {
      ...this.#at(line.row, 'trigger'),
      found: text,
      expected: `${referenceTo('a')}, ${referenceTo('b')}`,
    });
    return [];
  }
}
