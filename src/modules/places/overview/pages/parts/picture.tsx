import type { Lang } from '#core/i18n/lang.ts';
import { PlacesMap } from '#ui/map.tsx';
import { PLACE_KINDS, type Place } from '../../../schema.ts';
import { drawable } from '../../rules.ts';
import type { PlacesSeen } from '../../schema.ts';

interface PictureProps {
  readonly lang: Lang;
  readonly seen: PlacesSeen;
  readonly at: (path: string) => string;
}

/** More marks than these would hide each other. */
const MOST_MARKS = 80;
const MARKS = {
  country: 'ring',
  district: 'ring',
  municipality: 'square',
  territory: 'diamond',
  community: 'round',
} as const;

/** Marks of the smallest kind that has few enough points; outlines around them. */
export function PlacesPicture({ lang, seen, at }: PictureProps) {
  const placed = seen.lines.map((line) => line.place).filter((place) => place.lon !== null && place.to === null);
  const few = (kinds: readonly Place['kind'][]) => placed.filter((place) => kinds.includes(place.kind));
  const marks = [few(['community', 'municipality', 'territory']), few(['municipality']), few(['district'])].find(
    (places) => places.length > 0 && places.length <= MOST_MARKS,
  );
  if (!marks) return null;
  const kinds = PLACE_KINDS.filter((kind) => marks.some((place) => place.kind === kind));
  return (
    <PlacesMap
      lang={lang}
      title={lang.t('places.list.map')}
      outline={seen.outlines.length > 0 ? (drawable(seen.outlines) as never) : null}
      points={marks.map((place) => ({
        ...{ name: lang.pick(place.name), lon: place.lon ?? 0, lat: place.lat ?? 0 },
        ...{ href: at(`/places/${place.slug}`), kind: MARKS[place.kind] },
      }))}
      legend={
        kinds.length > 1
          ? kinds.map((kind) => ({ kind: MARKS[kind], label: lang.t(`places.kind.${kind}`) }))
          : undefined
      }
    />
  );
}
