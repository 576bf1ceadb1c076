import type { ComponentChildren } from 'preact';
import { Section, Stack } from '#ui/layout.tsx';

interface GroupProps {
  readonly title: string;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** One question of a long form with its fields. */
export const Group = ({ title, id, children }: GroupProps) => (
  <Section title={title} id={id}>
    <Stack>{children}</Stack>
  </Section>
);
