import type { Story } from '../../dossier/rules.ts';
import type { CivilWord } from '../../evaluations/rules.ts';
import { DID_OPEN, EARLY_RESULTS, type EvaluationRow, POTENTIALS, YES_NO } from '../../evaluations/schema.ts';

/** Words of the standard for what is missing: not reviewed, no data, not applicable. None of them is ever a zero. */
export const NR = 'NR';
export const ND = 'ND';
export const NA = 'NA';

/** IRM "Completion" with OGP's number for it. An assessment without evidence says so and has no number. */
export const COMPLETION_WORDS: Readonly<Record<CivilWord, readonly [string, string]>> = {
  not_assessed: [NR, NR],
  no_evidence: ['No Evidence Available', ND],
  not_started: ['Not Started', '2'],
  limited: ['Limited', '3'],
  substantial: ['Substantial', '4'],
  complete: ['Complete', '5'],
};

const SCALES = {
  verifiable: { values: YES_NO, words: { yes: 'Yes', no: 'No' } },
  open_lens: { values: YES_NO, words: { yes: 'Yes', no: 'No' } },
  potential: { values: POTENTIALS, words: { unclear: 'Unclear', modest: 'Modest', substantial: 'Substantial' } },
  early_results: {
    values: EARLY_RESULTS,
    words: { none: 'No Notable Results', moderate: 'Moderate', significant: 'Significant' },
  },
  did_open: {
    values: DID_OPEN,
    words: {
      worsened: 'Worsened',
      no_change: 'Did Not Change',
      marginal: 'Marginal',
      major: 'Major',
      outstanding: 'Outstanding',
    },
  },
} as const;
export type Scale = keyof typeof SCALES;

/** OGP's number for "Did It Open Government (Overall)": 0 to 4. Numbers of other scales were not seen and are not made up. */
const OVERALL: readonly string[] = ['Worsened', 'Did Not Change', 'Marginal', 'Major', 'Outstanding'];

export const overallNumber = (word: string): string => {
  const index = OVERALL.indexOf(word);
  return index < 0 ? word : String(index);
};

/** The evaluation that speaks for each active executor of the measure. */
const speaking = (story: Story): readonly EvaluationRow[] =>
  story.cells
    .filter((cell) => cell.active)
    .flatMap((cell) => cell.evaluations.find((one) => one.row.id === cell.civil.evaluation)?.row ?? []);

/**
 * One scale over all executors of a measure: the lower median of those that were scored, so that the word lies between
 * its parts; nobody scored: "no data" before "not applicable" before "not reviewed".
 */
export function scaleOf(story: Story, scale: Scale): string {
  const { values, words } = SCALES[scale];
  const said = speaking(story).flatMap((row) => row[scale] ?? []);
  const scored = said.filter((word) => word in words);
  if (scored.length > 0) {
    const order = scored.map((word) => (values as readonly string[]).indexOf(word)).sort((a, b) => a - b);
    // "yes" stands before "no": of these two the lower is "no".
    const yesNo = values === YES_NO;
    const index = yesNo ? order[Math.floor(order.length / 2)]! : order[Math.floor((order.length - 1) / 2)]!;
    return (words as Readonly<Record<string, string>>)[values[index]!] ?? NR;
  }
  if (said.includes('ND')) return ND;
  return said.includes('NA') ? NA : NR;
}
