import type { Together } from '#core/house.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { RoundId } from '../schema.ts';
import { reportFinding } from './commands.ts';
import type { FindingId } from './schema.ts';

/** A figure of others as a form gives it. */
export const NEARLY = {
  ...{ sentence: { az: 'mobil görünüşdən istifadə edir' } as Texts, printed: { az: '18%-ə yaxın' } as Texts },
  ...{ remark: null, source: { az: '2017-ci il məlumatı' } as Texts, url: 'https://example.org/2017', on: null },
};

/** One input of the right shape for each command on findings, by its name. */
export const findingInputs = ({ id }: { readonly id: string }) => ({
  'surveys.write_finding': {
    ...{ round: id as RoundId, question: 'aware', code: 'yes', column: null, sentence: { az: 'Plandan xəbərdardır' } },
  },
  'surveys.report_finding': NEARLY,
  'surveys.withdraw_finding': { finding: id as FindingId, reason: 'Rəqəm düzəldilib' },
  'surveys.findings.bind_finding': { finding: id as FindingId, use: 'baseline', of: id, form: 'share' },
});

/** A figure of a published account, as facts of the demonstration give it. */
interface Printed {
  readonly statement: Texts;
  readonly printed: Texts;
  readonly remark: Texts | null;
  readonly source: { readonly title: Texts; readonly url: string };
}

/** Enters figures of others one by one, in their order: none of them has an n. */
export async function loadReported(together: Together, figures: readonly Printed[]): Promise<void> {
  for (const { statement: sentence, printed, remark, source } of figures) {
    const entered = { sentence, printed, remark, source: source.title, url: source.url, on: null };
    const made = await together.perform(reportFinding, entered);
    if (!made.ok) throw new Error(`a reported figure was refused: ${JSON.stringify(made.refusal)}`);
  }
}
