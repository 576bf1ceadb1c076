import type { PlainDate } from '#core/time/plain-date.ts';

/** What the inputs below speak of. */
export interface VoiceObjects {
  readonly cell: string;
  readonly evaluation: string;
  readonly organisation: string;
  readonly today: PlainDate;
}

/** One input of the right shape for each command of the two voices, by its name. */
export const voiceInputs = (of: VoiceObjects): Readonly<Record<string, unknown>> => {
  const evidence = [{ kind: 'link', title: 'akt', url: 'https://example.az/akt', onDay: null }];
  const scales = { verifiable: null, open_lens: null, potential: null, early_results: null, did_open: null };
  return {
    'plans.report_update': {
      ...{ cell: of.cell, state: 'under_way', text: { az: 'İki terminal qurulub.' }, onDay: of.today },
      ...{ evidence, files: [], actuals: [], paper: null },
    },
    'plans.evaluate': {
      ...{ cell: of.cell, organisation: of.organisation, completion: 'limited', scales },
      ...{ finding: { az: 'Biri işləyir.' }, method: { az: 'İki dəfə gedilib.' }, ties: { az: 'Yoxdur.' } },
      ...{ evidence, files: [], actuals: [] },
    },
    'plans.reply': { evaluation: of.evaluation, text: { az: 'Qəbul edirik.' }, paper: null },
    'plans.extend_reply': { evaluation: of.evaluation, reason: 'Yerində yoxlama aparılır.' },
  };
};
