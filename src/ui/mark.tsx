import type { ComponentChildren } from 'preact';

interface AtProps {
  /** In percent of the drawing around it. */
  readonly x: number;
  /** Pixels, or percent as text. */
  readonly y: number | string;
  readonly children: ComponentChildren;
}

/** Puts a drawing of fixed size at a place given in percent: how charts stay fluid without scaling their marks and texts. */
export const At = ({ x, y, children }: AtProps) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: a piece of a picture; the picture around it has the text
  <svg x={`${x}%`} y={y} overflow="visible">
    {children}
  </svg>
);
