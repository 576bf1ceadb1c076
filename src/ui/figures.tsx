import type { ComponentChildren } from 'preact';
import { Link } from './link.tsx';

export interface Figure {
  /** "12", "5 of 11": with its base, never a bare percentage. */
  readonly value: string;
  readonly label: ComponentChildren;
  /** Opens the rows behind the figure. */
  readonly href?: string | undefined;
  /** Something is late or against. The label says so too. */
  readonly alarm?: boolean | undefined;
}

/** A strip of key figures; each opens the rows that were counted. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <ul class="figures">
    {figures.map((figure) => (
      <li key={figure.value + String(figure.href)} class={figure.alarm ? 'alarm' : undefined}>
        {figure.href ? <Link href={figure.href}>{inside(figure)}</Link> : <div>{inside(figure)}</div>}
      </li>
    ))}
  </ul>
);

const inside = (figure: Figure) => (
  <>
    <b>{figure.value}</b> <span>{figure.label}</span>
  </>
);
