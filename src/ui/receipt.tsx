import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { type Fact, Facts } from './facts.tsx';

interface ReceiptProps {
  readonly lang: Lang;
  /** What was received: "Your proposal is received". */
  readonly title: string;
  /** The number to cite. */
  readonly number: string;
  readonly facts: readonly Fact[];
  /** What happens next and by when. */
  readonly children?: ComponentChildren;
}

/** Proof for the person who handed something in: number, day, what follows. Made to be printed or photographed. */
export const Receipt = ({ lang, title, number, facts, children }: ReceiptProps) => (
  <div class="receipt">
    <h2>{title}</h2>
    <p>
      <span class="quiet small">{lang.t('ui.receipt.number')}</span> <b class="num">{number}</b>
    </p>
    <Facts facts={facts} />
    {children}
  </div>
);
