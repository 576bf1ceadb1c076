import type { Element, ListChoice, Lists, Said } from '../../schema.ts';

/** A loop asks the same questions for each choice of a list: one group for each. */
export function expanded(items: readonly Element[], lists: Lists): readonly Element[] {
  return items.map((item) => {
    const inside = expanded(item.items, lists);
    if (item.is !== 'loop') return item.items.length > 0 ? { ...item, items: inside } : item;
    const groups = (lists[item.select?.list ?? ''] ?? []).map(
      (choice): Element => ({
        ...item,
        is: 'group',
        name: choice.name,
        label: choice.label,
        media: choice.media,
        bind: {},
        control: {},
        select: null,
        items: inside.map((one) => filledIn(one, choice)),
      }),
    );
    return { ...item, is: 'group', select: null, items: groups };
  });
}

/** "%(name)s" and "%(label)s" in the words of a question stand for the choice. */
function filledIn(item: Element, choice: ListChoice): Element {
  const say = (said: Said): Said =>
    Object.fromEntries(
      Object.entries(said).map(([lang, text]) => [
        lang,
        text
          .replaceAll('%(name)s', choice.name)
          .replaceAll('%(label)s', choice.label[lang] ?? choice.label[''] ?? choice.name),
      ]),
    );
  const items = item.items.map((one) => filledIn(one, choice));
  return { ...item, label: say(item.label), hint: say(item.hint), items };
}
