import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { Fields } from '../forms.ts';
import type { Ballot } from '../schema.ts';
import type { Settled } from '../tallies/schema.ts';

type Chair = 'for' | 'against' | 'abstain' | null;

/** How the chair voted, or which of equal options it chose, where somebody wrote it. */
export function readClosing(
  posted: Posted,
  { options, opening }: Ballot,
): Result<{ chair: Chair; settled: Settled[] }> {
  const read = new Fields(posted);
  const chair = (['for', 'against', 'abstain'] as const).find((one) => one === posted.text('chair')) ?? null;
  const option = posted.text('settled_option');
  if (option === '') return read.end({ chair, settled: [] });
  const between = options.map(({ id }) => id).filter((id) => posted.all('settled_between').includes(id));
  if (!between.includes(option) || between.length < 2)
    read.wrong('settled_between', message('ballots.closing.wrong.between'));
  const by = read.needed('settled_by', 200, message('ballots.closing.wrong.by'));
  const before = read.needed('settled_before', 200, message('ballots.closing.wrong.by'));
  const how = opening?.book.rules.tie?.value.how === 'lot' ? ('lot' as const) : ('chair' as const);
  return read.end({ chair, settled: [{ how, between, option, by, before }] });
}
