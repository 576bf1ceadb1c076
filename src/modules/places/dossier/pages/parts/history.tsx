import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { Place } from '../../../schema.ts';
import type { PlaceSeen } from '../../schema.ts';

interface ShownProps {
  readonly lang: Lang;
  readonly seen: PlaceSeen;
  readonly at: (path: string) => string;
}

/** When it began, what it took over, and what became of it. */
export function History({ lang, seen, at }: ShownProps) {
  const { place, predecessors, heirs } = seen;
  const event = (day: NonNullable<Place['to']>, what: ComponentChildren) => ({
    ...{ when: lang.shortDate(day), datetime: day, what },
  });
  const named = (other: Place) => <Link href={at(`/places/${other.slug}`)}>{lang.pick(other.name)}</Link>;
  const events = [
    ...(place.to && heirs.length === 0 ? [event(place.to, lang.t('places.history.ended'))] : []),
    ...heirs.map((kin) =>
      event(
        kin.day,
        <>
          {lang.t('places.history.merged_into')} {named(kin.place)}
        </>,
      ),
    ),
    ...predecessors.map((kin) =>
      event(
        kin.day,
        <>
          {lang.t('places.history.took_over')} {named(kin.place)}
        </>,
      ),
    ),
    ...(place.from ? [event(place.from, lang.t('places.history.began'))] : []),
  ].sort((a, b) => (a.datetime === b.datetime ? 0 : a.datetime < b.datetime ? 1 : -1));
  if (events.length === 0) return null;
  return (
    <Section title={lang.t('places.place.history')} id="history">
      <Timeline events={events} />
    </Section>
  );
}
