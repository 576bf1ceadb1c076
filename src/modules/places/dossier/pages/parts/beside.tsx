import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Link } from '#ui/link.tsx';
import { PlacesMap } from '#ui/map.tsx';
import { peopleCell } from '../../../overview/pages/parts/people.tsx';
import { drawable } from '../../../overview/rules.ts';
import { figureOn } from '../../../populations/rules.ts';
import type { Place } from '../../../schema.ts';
import { saidOrWithheld } from '../../../withheld/pages/said.tsx';
import { PLACE_TEXTS } from '../../../withheld/rules.ts';
import type { PlaceSeen } from '../../schema.ts';
import { KeeperCard } from './keeper-card.tsx';

interface BesideProps {
  readonly lang: Lang;
  readonly seen: PlaceSeen;
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly withheld: WithheldThings;
}

/** Facts, a small map, and what a keeper can do. */
export function Beside(props: BesideProps) {
  const { lang, seen, at, mayKeep } = props;
  const { place, territory, outline, figures, sum, today } = seen;
  const link = (other: Place) => <Link href={at(`/places/${other.slug}`)}>{lang.pick(other.name)}</Link>;
  const figure = figureOn(figures, today);
  const parent = seen.within.at(-1);
  const said = saidOrWithheld(lang, place.source, props.withheld.of(PLACE_TEXTS.source, place.id));
  return (
    <>
      <Card title={lang.t('places.place.facts')} level={2}>
        <Facts
          facts={[
            { name: lang.t('places.field.people'), value: peopleCell(lang, { figure, sum }) },
            { name: lang.t('places.field.parent'), value: parent ? link(parent) : null },
            { name: lang.t('places.kind.territory'), value: territory ? link(territory) : null },
            { name: lang.t('places.field.code'), value: place.code },
            { name: lang.t('places.field.from'), value: place.from ? lang.date(place.from) : null },
            { name: lang.t('places.field.point'), value: place.lat === null ? null : `${place.lat}, ${place.lon}` },
            { name: lang.t('places.field.source'), value: said },
            {
              name: lang.t('places.place.record'),
              value: <Link href={at(`/history/place/${place.id}`)}>{lang.t('places.place.record_open')}</Link>,
            },
          ]}
        />
      </Card>
      {place.lat !== null && place.lon !== null ? (
        <PlacesMap
          lang={lang}
          title={lang.t('places.place.map')}
          outline={outline ? (drawable([outline]) as never) : null}
          points={[
            {
              name: lang.pick(place.name),
              lon: place.lon,
              lat: place.lat,
              href: at(`/places/${place.slug}`),
              kind: 'round',
            },
          ]}
          width={320}
        />
      ) : null}
      {mayKeep ? <KeeperCard lang={lang} place={place} act={seen.heirs[0]?.source ?? place.endedBy} at={at} /> : null}
    </>
  );
}
