import type { ComponentChildren } from 'preact';
import { errorOf, type Filled, textOf, textsOf } from '#ui/filled.ts';
import { Stack } from '#ui/layout.tsx';

interface FoldProps {
  readonly of: Filled;
  readonly title: string;
  /** Fields inside: where one of them holds something or was refused, it is open. */
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}

/** Fields that most votes do not need. */
export const Fold = ({ of, title, names, children }: FoldProps) => (
  <details
    open={names.some((name) => textOf(of, name) !== '' || textsOf(of, name).length > 0 || errorOf(of, name) !== null)}
  >
    <summary>{title}</summary>
    <Stack>{children}</Stack>
  </details>
);
