import type { PlainLang } from '#core/i18n/plain-lang.ts';
import { hasQuorum } from '#modules/forum/rulebook/thresholds/rules.ts';
import { preparedOf } from '#modules/meetings/desk/elections/rules.ts';
import { countedPresence, presenceIn } from '#modules/meetings/desk/rules.ts';
import type { Hall, HallItem, ItemHeld, Snapshot } from '#modules/meetings/desk/schema.ts';
import { shortened } from '#modules/meetings/projector/rules.ts';
import type { Elections } from '../election/use-elections.ts';
import { foundOf } from '../outcome.ts';
import { resultWords } from '../result-words.ts';

/** A line under the words: with a sign that is no colour; `loud`: what everybody waits for. */
export interface WallFact {
  readonly sign: string;
  readonly words: string;
  readonly loud?: boolean;
}

/** One picture of the wall in plain words, as it goes from the desk's window to the projector's. */
export interface WallPicture {
  readonly over: string;
  readonly about?: string;
  readonly words: string;
  readonly facts: readonly WallFact[];
}

/** Everything that the projector's window shows; nothing of a vote before it ended. */
export interface WallNews {
  readonly desk: string;
  readonly lang: string;
  readonly pictures: readonly WallPicture[];
  /** The picture to which the meeting has come. */
  readonly now: number;
}

interface Of {
  readonly lang: PlainLang;
  readonly snapshot: Snapshot;
  readonly hall: Hall;
  /** null: not loaded (yet); then elections stand there without a result. */
  readonly elections: Pick<Elections, 'electionWords'> | null;
}

const MOST_OF_TITLE = 96;

/** The title of the meeting, then each item, or in its place what was voted on in it. */
export function wallOf(of: Of): Omit<WallNews, 'desk' | 'lang'> {
  const { lang, snapshot, hall } = of;
  const { number, on, title } = snapshot.meeting;
  const cover: WallPicture = {
    ...{ over: lang.t('phone.wall.cover', { number, day: lang.date(on) }), words: lang.pick(title) },
    facts: [quorumFact(of, null)],
  };
  const pictures = [cover];
  let now = 0;
  for (const [i, item] of snapshot.items.entries()) {
    const held = hall.items[i]!;
    pictures.push(...itemPictures(of, item, held));
    // What is dealt with now, and in it the latest vote.
    if (held.state === 'open') now = pictures.length - 1;
  }
  return { pictures, now };
}

function itemPictures(of: Of, item: HallItem, held: ItemHeld): readonly WallPicture[] {
  const { lang, snapshot, hall, elections } = of;
  const over = lang.t('phone.wall.item', { number: item.number, all: snapshot.items.length });
  const [title, quorum] = [lang.pick(item.title), quorumFact(of, item.id)];
  const about = shortened(title, MOST_OF_TITLE);
  const voting: WallFact = { sign: '◐', words: lang.t('phone.wall.voting') };
  const motions = held.motions.map((motion) => {
    const found = motion.ended ? foundOf(snapshot, hall, motion, null) : null;
    const fact = found ? { sign: '■', loud: true, words: resultWords(lang, found) } : voting;
    return { id: motion.id, picture: { over, about, words: motion.words, facts: [quorum, fact] } };
  });
  const held2 = held.elections.flatMap((election) => {
    const prepared = preparedOf(snapshot, election);
    if (!prepared) return [];
    const words = election.ended ? elections?.electionWords(lang, snapshot, hall, election, prepared) : null;
    const fact = words ? { sign: '■', loud: true, words } : voting;
    return [{ id: election.id, picture: { over, about, words: lang.pick(prepared.words), facts: [quorum, fact] } }];
  });
  // Ids grow with time, so this is the order of the hall.
  const votes = [...motions, ...held2].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ picture }) => picture);
  return votes.length > 0 ? votes : [{ over, words: title, facts: [quorum] }];
}

function quorumFact({ lang, snapshot, hall }: Of, item: string | null): WallFact {
  const places = countedPresence(snapshot, presenceIn(snapshot, hall, item));
  const have = places.reduce((sum, { present }) => sum + present, 0);
  const counts = { have, all: snapshot.seats.length };
  const found = hasQuorum(snapshot.book, places, places);
  if (!found) return { sign: '–', words: lang.t('phone.quorum.no_rule', { present: have, all: counts.all }) };
  return found.met
    ? { sign: '●', words: lang.t('phone.wall.quorum_met', counts) }
    : { sign: '▲', words: lang.t('phone.wall.quorum_missing', counts) };
}
