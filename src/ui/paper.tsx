import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { PAPER_REF_MOST, type Way } from '#core/way.ts';
import { DateField, FileField, TextField } from './field.tsx';
import type { Filled } from './filled.ts';

interface PaperProps {
  readonly of: Filled;
  readonly today: PlainDate;
}

/** Number and date of a letter; `paperGiven` of core/way.ts reads the answers. */
export const LetterFields = ({ of, today }: PaperProps) => (
  <>
    <TextField
      of={of}
      name="paper_ref"
      label={of.lang.t('ui.paper.ref')}
      hint={of.lang.t('ui.paper.ref_hint')}
      maxlength={PAPER_REF_MOST}
      width="m"
    />
    <DateField of={of} name="paper_day" label={of.lang.t('ui.paper.day')} max={today} />
  </>
);

/** The questions about a letter that staff enters for somebody, with its scan. */
export const PaperFields = ({ of, today }: PaperProps) => (
  <>
    <LetterFields of={of} today={today} />
    <FileField
      of={of}
      name="scan"
      label={of.lang.t('ui.paper.scan')}
      hint={of.lang.t('ui.paper.scan_hint')}
      accept="image/*,.pdf"
      camera
      optional
    />
  </>
);

interface Came {
  readonly way: Way | 'import';
  readonly ref: string | null;
  /** null: written down before letters had a date of their own; the reference says it. */
  readonly day: PlainDate | null;
}

/** "Entered by the secretary from letter No 14/2 of 3 May 2026."; null for what came by the own account. */
export function wayWords(lang: Lang, { way, ref, day }: Came): string | null {
  if (way === 'account' || way === 'system') return null;
  if (way !== 'paper') return lang.t(`ui.way.${way}`);
  return day
    ? lang.t('ui.way.letter', { ref: ref ?? '', date: lang.date(day) })
    : lang.t('ui.way.paper', { ref: ref ?? '' });
}
