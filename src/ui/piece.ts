import type { ComponentChildren } from 'preact';

/** Under which name a drawing of these props is looked for. */
export type NameOf = (props: object) => string;

export interface Piece<Props> {
  (props: Props): ComponentChildren;
  readonly nameOf: NameOf;
}

let count = 0;

/**
 * A component whose markup is kept and used again for equal props. `nameOf` only says where to look ("az 1.3"): what is
 * found there is used when every prop is the same as when it was drawn, so a name can be too wide, never wrong. It is
 * told nothing from around, so nothing but its props can be in it.
 */
export function piece<Props extends object>(
  draw: (props: Props) => ComponentChildren,
  nameOf: (props: Props) => string,
): Piece<Props> {
  const number = ++count;
  return Object.assign((props: Props): ComponentChildren => draw(props), {
    nameOf: (props: object) => `${number} ${nameOf(props as Props)}`,
  });
}
