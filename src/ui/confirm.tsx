import type { ComponentChildren } from 'preact';
import type { Filled } from './filled.ts';
import { Cancel, Form } from './form.tsx';

interface ConfirmProps {
  readonly of: Filled;
  /** What will happen, to whom, and whether it can be undone. */
  readonly children: ComponentChildren;
  readonly action: string;
  /** The deed again: "Withdraw measure 1.3". */
  readonly deed: string;
  readonly cancelHref: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/** The page between a press and a deed that others will see: what it means, the deed, and the way back. */
export const Confirm = ({ of, children, action, deed, cancelHref, hidden }: ConfirmProps) => (
  <div class="confirm stack">
    {children}
    <Form
      of={of}
      action={action}
      deed={deed}
      hidden={hidden}
      second={<Cancel href={cancelHref}>{of.lang.t('ui.cancel')}</Cancel>}
    />
  </div>
);
