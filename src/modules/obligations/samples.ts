import type { Ctx } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { ObligationsNeeds } from './clocks/schema.ts';
import { CALLED_ON, DEMO_CASES, NOT_CALLED } from './demo/cases.ts';
import { extendByHand, fulfilByHand, openByHand, waiveByHand } from './keeping/commands.ts';
import { remind, tellByPhone } from './reminders/commands.ts';
import { untold } from './reminders/queries.ts';

/** Needs that tell nobody and send nothing: for tests of the rooms around. */
export const quietNeeds = (lang: ObligationsNeeds['lang']): ObligationsNeeds => ({
  ...{ rules: [], dueMoved: [], lang, publicUrl: 'http://localhost:3000' },
  files: { keep: async () => {}, read: async () => null, thumb: async () => null },
  mailer: { send: async () => ({ ok: true, value: { id: 'none', file: null } }) },
});

/** Where the made-up cases are loaded. */
export interface OwedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  /** Ids of bodies by their key. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Ctx['actor'];
  readonly forum: string;
}

/** Loads the demonstration's letters and meetings, day by day: every state that a case can have. */
export async function loadCases({ together, today, bodies, coordinator, forum }: OwedWorld): Promise<void> {
  together.as(coordinator);
  const events = DEMO_CASES.flatMap((one) => {
    let id = '';
    const open = async () => {
      const opened = together.perform(openByHand, {
        ...{ rule: one.rule, body: bodies.get(one.body)!, title: one.title, on: addDays(today, one.received) },
        ...{ at: null, reference: one.reference },
      });
      ({ id } = await must(opened));
    };
    const later = one.later.map(({ on, ...deed }) => ({
      on,
      happen: async () => {
        if ('source' in deed)
          await must(
            together.perform(fulfilByHand, {
              ...{ case: id, on: addDays(today, on), source: deed.source, url: null },
              ...{ files: [], seenBy: 'concerned' as const, paper: null },
            }),
          );
        else if ('waive' in deed) await must(together.perform(waiveByHand, { case: id, reason: deed.waive }));
        else await must(together.perform(extendByHand, { case: id, reason: deed.extend }));
      },
    }));
    return [{ on: one.received, happen: open }, ...later];
  }).sort((a, b) => a.on - b.on);
  for (const event of events) {
    together.at(addDays(today, event.on));
    await event.happen();
  }
  for (const on of CALLED_ON) {
    together.at(addDays(today, on));
    together.as(null);
    await must(together.perform(remind, {}));
    const reminders = await untold(together.db, forum, addDays(today, on), 'desk');
    together.as(coordinator);
    for (const { id, body } of reminders)
      if (body !== bodies.get(NOT_CALLED)) await must(together.perform(tellByPhone, { reminder: id }));
  }
  together.at(null);
  together.as(null);
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command of this module, by its name. */
export const obligationsInputs = (of: {
  readonly body: string;
  /** A case that the body owes. */
  readonly owed: string;
  readonly id: string;
  readonly today: PlainDate;
}) => ({
  'obligations.open': {
    ...{ rule: 'az.information.answer', body: of.body, title: { az: 'Büdcə sorğusuna cavab' }, on: of.today },
    ...{ at: null, reference: '12 nömrəli məktub' },
  },
  'obligations.fulfil': {
    ...{ case: of.owed, on: of.today, source: { az: '14 nömrəli məktub' }, url: null },
    ...{ files: [], seenBy: 'concerned', paper: null },
  },
  'obligations.waive': { case: of.id, reason: { az: 'Sorğu geri götürülüb' } },
  'obligations.extend': { case: of.owed, reason: { az: 'Geniş axtarış tələb olunur' } },
  'obligations.rule_write': {
    ...{ key: 'protokol', title: { az: 'Protokol' }, basis: 'Qaydalar, maddə 9', url: null, owedTo: 'üzvlər' },
    ...{ span: { unit: 'working_days', n: 10 }, extension: null, from: of.today },
  },
  'obligations.calendar_day_add': {
    ...{ country: 'AZ', day: of.today, kind: 'rest', name: { az: 'Qərarla istirahət günü' } },
    ...{ source: 'Nazirlər Kabineti', url: null },
  },
  'obligations.calendar_day_withdraw': { day: of.id, reason: 'Səhv daxil edilib' },
  'obligations.recount': { day: of.id, after: null },
  'obligations.remind': {},
  'obligations.note_letter': { reminders: [of.id], sent: true },
  'obligations.tell_by_phone': { reminder: of.id },
});
