import type { ComponentChildren } from 'preact';

export interface Happened {
  /** As shown: "12 Oct 2026". */
  readonly when: string;
  /** For machines: YYYY-MM-DD or a moment. */
  readonly datetime: string;
  readonly what: ComponentChildren;
  /** Filled square: executor; diamond: civil society; dotted ring: still to come; ring: all else. */
  readonly kind?: 'executor' | 'civil' | 'planned' | undefined;
}

/** What happened, the newest on top; what is planned stands above with a dotted mark. */
export const Timeline = ({ events }: { readonly events: readonly Happened[] }) => (
  <ol class="time">
    {events.map((event) => (
      <li class={event.kind ? `t-${event.kind}` : undefined}>
        <time datetime={event.datetime}>{event.when}</time>
        <div>{event.what}</div>
      </li>
    ))}
  </ol>
);
