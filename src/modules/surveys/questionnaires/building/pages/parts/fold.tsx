import type { ComponentChildren } from 'preact';
import { errorOf, type Filled, textOf } from '#ui/filled.ts';
import { Stack } from '#ui/layout.tsx';

interface FoldProps {
  readonly of: Filled;
  readonly title: string;
  /** Fields inside: where one of them holds something or was refused, it is open. */
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}

/** Fields that most questions do not need. */
export const Fold = ({ of, title, names, children }: FoldProps) => (
  <details
    open={
      [...names, 'name'].some((name) => errorOf(of, name) !== null) || names.some((name) => textOf(of, name) !== '')
    }
  >
    <summary>{title}</summary>
    <Stack>{children}</Stack>
  </details>
);
