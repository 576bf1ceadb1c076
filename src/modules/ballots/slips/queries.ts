import type { Db } from '#core/db/database.ts';
import { ballotByNumber, ballotsOfMeeting } from '../queries.ts';
import type { Ballot } from '../schema.ts';
import type { Motion } from './schema.ts';

/** Ballots of a meeting (by its id) or one by its number, as paper and wall show them, by number. Drafts too. */
export async function motionsOf(
  db: Db,
  forum: string,
  of: { readonly meeting: string } | { readonly number: number },
): Promise<readonly Motion[]> {
  if ('meeting' in of) return (await ballotsOfMeeting(db, forum, of.meeting)).map(motionOf);
  const found = await ballotByNumber(db, forum, String(of.number));
  return found ? [motionOf(found)] : [];
}

const motionOf = ({ opening, withdrawal, closure, options, ...ballot }: Ballot): Motion => ({
  ...{ id: ballot.id, number: ballot.number, title: ballot.title, words: ballot.words, kind: ballot.kind },
  ...{ secrecy: ballot.secrecy, meeting: ballot.meeting, item: ballot.item },
  options: options.map(({ label }) => label),
  state: withdrawal ? 'withdrawn' : closure ? 'closed' : opening ? 'open' : 'written',
  result: closure?.result ?? null,
});
