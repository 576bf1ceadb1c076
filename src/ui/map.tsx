import type { GeoPermissibleObjects } from 'd3-geo';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';
import { lay, type MapPoint, type MarkShape } from './map-geometry.ts';
import { At } from './mark.tsx';

interface MapProps {
  readonly lang: Lang;
  /** What the map shows and where its outline is from. */
  readonly title: string;
  /** The land around the points (GeoJSON, degrees); null: only the points. */
  readonly outline: GeoPermissibleObjects | null;
  readonly points: readonly MapPoint[];
  /** Drawn so many units wide; the picture then fits any screen. */
  readonly width?: number | undefined;
  /** What the shapes mean. */
  readonly legend?: readonly { readonly kind: MarkShape; readonly label: string }[] | undefined;
}

const SHAPES: Readonly<Record<MarkShape, string>> = {
  round: 'M-6 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0z',
  ring: 'M-5.5 0a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0z',
  square: 'M-5.5-5.5h11v11h-11z',
  diamond: 'M0-7.5 7.5 0 0 7.5-7.5 0z',
};

const Mark = ({ kind }: { readonly kind: MarkShape }) => <path class={`m m-${kind}`} d={SHAPES[kind]} />;

/**
 * Places on their land: no tiles, no other host. The outline scales with the page, marks and names do not; names that
 * would touch are left to the list below, which has them all as links (the map itself is one picture to a screen reader).
 */
export function PlacesMap({ lang, title, outline, points, width = 640, legend }: MapProps) {
  const laid = lay(outline, points, width);
  return (
    <figure class="map">
      <figcaption>{title}</figcaption>
      <div>
        <svg class="land" aria-hidden="true" viewBox={`0 0 ${width} ${laid.height}`}>
          {laid.land ? <path d={laid.land} /> : null}
        </svg>
        <svg class="over" aria-hidden="true">
          {laid.points.map((point) => (
            <At x={point.x} y={`${point.y}%`}>
              <Mark kind={point.kind} />
              {point.label ? (
                <text
                  class={point.label.wide ? 'wide' : undefined}
                  x={point.label.dx}
                  y={point.label.dy}
                  text-anchor={point.label.anchor}
                >
                  {point.name}
                </text>
              ) : null}
            </At>
          ))}
        </svg>
      </div>
      {legend ? (
        <ul class="legend">
          {legend.map((item) => (
            <li key={item.kind}>
              <svg aria-hidden="true" width="18" height="18" viewBox="-9 -9 18 18">
                <Mark kind={item.kind} />
              </svg>
              {item.label}
            </li>
          ))}
        </ul>
      ) : null}
      <ul class="places">
        {[...points]
          .sort((a, b) => lang.compare(a.name, b.name))
          .map((point) => (
            <li key={point.href + point.name}>
              <svg aria-hidden="true" width="14" height="14" viewBox="-9 -9 18 18">
                <Mark kind={point.kind} />
              </svg>
              <Link href={point.href}>{point.name}</Link>
            </li>
          ))}
      </ul>
    </figure>
  );
}
