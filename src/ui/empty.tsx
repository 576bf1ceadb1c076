import type { ComponentChildren } from 'preact';

interface EmptyProps {
  /** What is not here yet, as a sentence. */
  readonly title: string;
  /** Why, or when something will be. */
  readonly children?: ComponentChildren | undefined;
  /** The next step: a `ButtonLink` for who may take it, or where to look meanwhile. */
  readonly next?: ComponentChildren | undefined;
  /** Level of its heading: 2 right under the title of the page; 3 unless told. */
  readonly level?: 2 | 3 | undefined;
}

/** Nothing here yet, and what to do about it. */
export const Empty = ({ title, children, next, level = 3 }: EmptyProps) => (
  <div class="empty">
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    {children ? <p>{children}</p> : null}
    {next}
  </div>
);
