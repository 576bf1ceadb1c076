import { type Actor, NOBODY } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_REPORTS, DEMO_VOICES } from '../demo/reports.ts';
import { enterReport } from './commands.ts';
import { reportLines, waitingVoices } from './queries.ts';
import { setRule } from './rulebook/commands.ts';
import { decideVoice, sayOfReport } from './saying/commands.ts';
import type { Answered, Channel, Decision, ReportId, VoiceId } from './schema.ts';

/** A rule as the form gives it: once a year, three months after its end. */
export const YEARLY = {
  ...{ firstYear: 2025, times: 1 as const, months: 3 },
  basis: { az: '“Bələdiyyələrin statusu haqqında” Qanun, illik hesabat' },
  ...{ basisUrl: null, channels: ['board', 'website', 'teahouse', 'gathering'] as Channel[] },
};

/** A report given at a gathering. */
export const given = (report: string, heldOn: PlainDate) => ({
  ...{ report: report as ReportId, heldOn, place: 'Kənd klubu', channels: ['gathering', 'board'] as Channel[] },
  attendance: { women: 12, men: 18, young: null, middle: null, older: null },
  ...{ summary: { az: 'Yol və su işləri barədə hesabat verildi.' }, url: null },
  exchanges: [{ question: { az: 'Yol nə vaxt bitəcək?' }, answer: { az: 'Payızda.' } }],
  ...{ report_files: [], photos: [], shown: false, paper: null },
});

/** One input of the right shape for each command on reports, by its name. */
export const reportInputs = (of: { readonly report: string; readonly id: string; readonly today: PlainDate }) => ({
  'accountability.reports.set_rule': YEARLY,
  'accountability.reports.keep': {},
  'accountability.reports.enter': given(of.report, of.today),
  'accountability.reports.say': {
    report: of.report as ReportId,
    ...{ told: 'yes' as Answered, clear: 'partly' as Answered, heard: 'no' as Answered, words: null },
  },
  'accountability.reports.decide': { voice: of.id as VoiceId, decision: 'published' as Decision },
});

/** Where the made-up reports are loaded. */
export interface ReportingWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly forum: string;
  /** Ids of bodies by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
}

/** Loads the demonstration's reports: one in time, one late, the others not given; and what two residents say. */
export async function loadReports({ together, today, forum, bodies, coordinator }: ReportingWorld): Promise<void> {
  together.at(addDays(today, -90));
  together.as(coordinator);
  const firstYear = Number(addDays(today, -90).slice(0, 4)) - 1;
  await must(together.perform(setRule, { ...YEARLY, firstYear }));
  for (const { body, after, entered, ...report } of DEMO_REPORTS) {
    const [line] = await reportLines(together.db, forum, bodies.get(body)!);
    const on = addDays(today, entered);
    const [heldOn] = [addDays(line!.dueOn, after), on].toSorted();
    together.at(on);
    together.as(null);
    await must(together.perform(enterReport, { ...given(line!.id, heldOn!), ...report }));
    for (const { on: said, ...voice } of DEMO_VOICES) {
      if (body !== DEMO_REPORTS[0]?.body) continue;
      together.at(addDays(today, said));
      together.as(NOBODY);
      await must(together.perform(sayOfReport, { report: line!.id, ...voice }));
      together.as(coordinator);
      const [waiting] = await waitingVoices(together.db, forum);
      await must(together.perform(decideVoice, { voice: waiting!.id, decision: 'published' as const }));
    }
  }
  together.at(null);
  together.as(null);
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}
