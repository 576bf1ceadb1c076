import type { Lang } from '#core/i18n/lang.ts';
import type { Ballot, Opening, Say } from '../schema.ts';
import type { Slip } from '../tallies/schema.ts';

/** What a seat or slip says, in words: "for", "Garden and road", "1. Garden, 2. Road". */
export function sayWords(lang: Lang, { kind, options }: Pick<Ballot, 'kind' | 'options'>, say: Say | Slip): string {
  if (typeof say === 'string') return lang.t(`ballots.say.${say}`);
  const label = (i: number) => (options[i] ? lang.pick(options[i].label) : '–');
  if (kind !== 'ranked') return lang.list(say.flatMap((mark, i) => (mark > 0 ? [label(i)] : [])));
  return say
    .map((place, i) => ({ place, name: label(i) }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
    .map(({ place, name }) => `${place}. ${name}`)
    .join(', ');
}

export const optionName = (lang: Lang, { options }: Pick<Ballot, 'options'>, id: string): string => {
  const found = options.find((option) => option.id === id);
  return found ? lang.pick(found.label) : '–';
};

/** The name of a constituency of the frozen roll; '' is all together. */
export function constituencyName(lang: Lang, opening: Pick<Opening, 'voters'>, id: string): string {
  if (id === '') return lang.t('ballots.all_together');
  const name = opening.voters.find((one) => one.constituency === id)?.name;
  return name ? lang.pick(name) : lang.t('ballots.assembly');
}
