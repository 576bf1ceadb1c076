import type { ComponentChildren } from 'preact';

interface CardProps {
  readonly title?: ComponentChildren | undefined;
  /** Level of its heading in the page; 3 unless told. */
  readonly level?: 2 | 3 | undefined;
  readonly children: ComponentChildren;
}

/** A thing beside other things. */
export const Card = ({ title, level = 3, children }: CardProps) => (
  <div class="card">
    {title ? level === 2 ? <h2>{title}</h2> : <h3>{title}</h3> : null}
    {children}
  </div>
);
