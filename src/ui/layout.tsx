import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly title: string;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** A part of a page with its heading. */
export const Section = ({ title, id, children }: SectionProps) => (
  <section class="sec" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** Things under each other, one gap between them. */
export const Stack = ({ children }: { readonly children: ComponentChildren }) => <div class="stack">{children}</div>;

/** Cards beside each other, as many as fit. */
export const Columns = ({ children }: { readonly children: ComponentChildren }) => <div class="cols">{children}</div>;

/** The subject on the left, who and what-now beside it; under each other on narrow screens. */
export const Aside = ({ main, aside }: { readonly main: ComponentChildren; readonly aside: ComponentChildren }) => (
  <div class="side">
    <div>{main}</div>
    <aside class="stack">{aside}</aside>
  </div>
);
