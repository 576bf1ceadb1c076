import type { ComponentChildren } from 'preact';

interface NoticeProps {
  /** What happened: "The report is published." */
  readonly title: string;
  /** What follows from it, and the way on. */
  readonly children?: ComponentChildren | undefined;
  /** Not a deed done but something to know before one goes on. */
  readonly warn?: boolean | undefined;
}

/** The page says what happened, in place of a message that floats away; the focus goes there. */
export const Notice = ({ title, children, warn }: NoticeProps) => (
  <div class={warn ? 'notice warn' : 'notice'} id="notice" role="status" tabindex={-1} autofocus={!warn}>
    <strong>{title}</strong>
    {children ? <div class="stack">{children}</div> : null}
  </div>
);
