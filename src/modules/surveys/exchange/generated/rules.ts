import { yesOrNo } from '../columns/rules.ts';
import { added, onlyReference } from '../references/rules.ts';
import type { Element, XlsForm } from '../schema.ts';

/** Name of the calculation that counts a repeat. */
export const counterOf = (repeat: Pick<Element, 'name'>): string => `${repeat.name}_count`;

/** Whether a count is computed, so that it needs an item of its own. */
export const needsCounter = ({ is, control }: Pick<Element, 'is' | 'control'>): boolean =>
  is === 'repeat' && Boolean(control['jr:count']) && onlyReference(control['jr:count']!) === null;

export const isTable = ({ is, control }: Pick<Element, 'is' | 'control'>): boolean =>
  is !== 'question' && (control.appearance ?? '').split(/\s+/).includes('table-list');

/**
 * Items as an XForm has them: with what XLSForm only means: the text of "or_other", the count of a repeat that is
 * computed, heading and row of labels of a table.
 */
export function withGenerated(items: readonly Element[]): readonly Element[] {
  return items.flatMap((item) => {
    if (item.is === 'question') return item.select?.other ? [item, otherText(item)] : [item];
    const whole = isTable(item) ? asTable(item) : { ...item, items: withGenerated(item.items) };
    return needsCounter(whole) ? counted(whole) : [whole];
  });
}

const otherText = (element: Element): Element =>
  added({
    name: `${element.name}_other`,
    type: 'text',
    label: { '': 'Specify other.' },
    bind: { relevant: { '': `selected(../${element.name}, 'other')` } },
  });

function counted(repeat: Element): readonly Element[] {
  const counter = added({
    name: counterOf(repeat),
    type: 'calculate',
    bind: { readonly: { '': 'true()' }, calculate: { '': repeat.control['jr:count'] ?? '' } },
  });
  return [counter, { ...repeat, control: { ...repeat.control, 'jr:count': `\${${counterOf(repeat)}}` } }];
}

/** "table-list": the heading becomes a note, a row of labels stands above questions that share one list. */
function asTable(group: Element): Element {
  const { label, hint, row } = group;
  const words = group.control.appearance!.split(/\s+/).filter((word) => word !== 'table-list');
  const hasWords = Object.keys(label).length > 0 || Object.keys(hint).length > 0;
  const note = added({ name: `generated_table_list_label_${row}`, type: 'note', label, hint });
  const first = group.items.find((item) => item.select);
  const rows = group.items.flatMap((item) => {
    if (!item.select) return withGenerated([item]);
    const head = added({
      name: `reserved_name_for_field_list_labels_${item.row}`,
      type: item.type,
      control: { appearance: 'label' },
      select: { ...item.select, other: false },
    });
    const bare = { ...item, control: { ...item.control, appearance: 'list-nolabel' } };
    return [...(item === first ? [head] : []), ...withGenerated([bare])];
  });
  return {
    ...group,
    label: hasWords ? {} : label,
    hint: hasWords ? {} : hint,
    control: { ...group.control, appearance: ['field-list', ...words].join(' ') },
    items: hasWords ? [note, ...rows] : rows,
  };
}

/** The facts about the interview itself, which every form carries. */
export function withMeta(items: readonly Element[], settings: XlsForm['settings']): readonly Element[] {
  const facts: Element[] = items.filter((item) => item.type === 'audit');
  if (yesOrNo(settings.omit_instanceid ?? '') !== true)
    facts.push(
      added({
        name: 'instanceID',
        type: 'calculate',
        bind: { readonly: { '': 'true()' }, 'jr:preload': { '': settings.instance_id || 'uid' } },
      }),
    );
  if (settings.instance_name)
    facts.push(added({ name: 'instanceName', type: 'calculate', bind: { calculate: { '': settings.instance_name } } }));
  const rest = items.filter((item) => item.type !== 'audit');
  return facts.length === 0 ? rest : [...rest, added({ is: 'group', name: 'meta', type: 'meta', items: facts })];
}
