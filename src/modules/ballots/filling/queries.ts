import type { Db } from '#core/db/database.ts';
import type { Message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { candidacyFaults, seatingOf, sittingsOn } from '#modules/forum/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import type { BallotNeeds, Option } from '../schema.ts';
import { firstDay } from './rules.ts';
import { type Candidate, type Filling, KINDS_STANDING } from './schema.ts';

/** Somebody who may stand, as the option on the ballot would name them: never by a person's name. */
export interface MayStand extends Candidate {
  readonly label: Texts;
}

/** Whoever speaks for a seat on that day, by the number of the seat; of each the representative first. */
export async function mayStandOn(
  db: Db,
  forum: string,
  lang: BallotNeeds['lang'],
  day: PlainDate,
): Promise<readonly MayStand[]> {
  const sittings = sittingsOn(await seatingOf(db, forum), day);
  const bodies = sittings.flatMap(({ holding }) => (holding ? [holding.body] : []));
  const names = await bodyNames(db, forum, bodies);
  return sittings.flatMap((sitting) =>
    KINDS_STANDING.flatMap((as) => {
      const { holding, seat } = sitting;
      const mandate = sitting[as];
      if (!holding || !mandate) return [];
      const name = names.get(holding.body) ?? {};
      const label = Object.fromEntries(
        LANGUAGES.map((code) => [
          code,
          lang(code).t('ballots.filling.label', { organisation: lang(code).pick(name), number: seat.number, as }),
        ]),
      );
      return [{ seat: seat.id, as, mandate: mandate.id, label }];
    }),
  );
}

/** Options whose candidate the rules of that day would refuse the office, with why. */
export async function refusedCandidates(
  db: Db,
  forum: string,
  filling: Filling,
  options: readonly Option[],
  day: PlainDate,
): Promise<readonly { readonly option: Option; readonly why: Message }[]> {
  const asked = { office: filling.office, from: firstDay(filling, day) };
  const faults = await candidacyFaults(db, forum, asked, filling.stands, day);
  return options.flatMap((option, i) => {
    const why = faults[i];
    return why ? [{ option, why }] : [];
  });
}
