import type { ComponentChildren } from 'preact';

interface PhoneProps {
  /** What is in the frame, for who does not see it. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A screen of 320 x 640 px on a page, as the smallest phones have it; it rolls in itself and is reached by keyboard. */
export const Phone = ({ label, children }: PhoneProps) => (
  <section class="phone" aria-label={label} tabindex={0}>
    {children}
  </section>
);
