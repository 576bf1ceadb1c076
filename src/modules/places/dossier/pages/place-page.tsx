import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Empty } from '#ui/empty.tsx';
import { Aside, Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { peopleCell } from '../../overview/pages/parts/people.tsx';
import { standsOn } from '../../schema.ts';
import { saidOrWithheld } from '../../withheld/pages/said.tsx';
import { PLACE_TEXTS } from '../../withheld/rules.ts';
import type { PlaceSeen } from '../schema.ts';
import { Beside } from './parts/beside.tsx';
import { History } from './parts/history.tsx';
import { PeopleTable } from './parts/people-table.tsx';

interface PlacePageProps {
  readonly lang: Lang;
  readonly seen: PlaceSeen;
  /** What other parts of the platform know of this place. */
  readonly panels: readonly ComponentChildren[];
  readonly at: (path: string) => string;
  /** This forum's own place and somebody who keeps places. */
  readonly mayKeep: boolean;
  readonly withheld: WithheldThings;
  readonly done: string | null;
}

/** The page of one place: what is here, who is here, what it lies in and what became of it. */
export function PlacePage(props: PlacePageProps) {
  const { lang, seen, done } = props;
  const { place } = seen;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t(`places.kind.${place.kind}`)}
        title={<ChosenText lang={lang} of={lang.choose(place.name)} />}
        lede={ledeOf(lang, seen)}
      />
      <Ended {...props} />
      <Aside main={<Here {...props} />} aside={<Beside {...props} />} />
    </>
  );
}

/** "Chamanarkh Municipality, Durnasu District. What was promised here, ..." */
function ledeOf(lang: Lang, { place, within, today }: PlaceSeen): string {
  const names = within.toReversed().map((p) => lang.pick(p.name));
  const meaning = standsOn(place, today) ? lang.t('places.place.lede') : '';
  return names.length > 0 ? `${names.join(', ')}. ${meaning}` : meaning;
}

function Ended({ lang, seen, at, withheld }: PlacePageProps) {
  const { place, heirs, today } = seen;
  if (!place.to) return null;
  const day = lang.date(place.to);
  const past = !standsOn(place, today);
  const [heir] = heirs;
  const act = heir ? heir.source : place.endedBy;
  const by = act
    ? lang.t('places.place.by', { source: act })
    : saidOrWithheld(lang, null, withheld.of(PLACE_TEXTS.endedBy, place.id));
  if (!heir) {
    return (
      <Notice warn title={lang.t(past ? 'places.ended.long' : 'places.ending.long', { day })}>
        {by ? <p>{by}</p> : null}
      </Notice>
    );
  }
  const name = lang.pick(heir.place.name);
  return (
    <Notice warn title={lang.t(past ? 'places.ended.merged' : 'places.ending.merged', { name, day })}>
      <p>
        <Link href={at(`/places/${heir.place.slug}`)}>{lang.t('places.ended.see', { name })}</Link>{' '}
        <span class="quiet">{by}</span>
      </p>
    </Notice>
  );
}

const Here = (props: PlacePageProps) => {
  const { lang, seen, panels, at } = props;
  const told = panels.filter((panel) => panel !== null && panel !== undefined && panel !== false);
  return (
    <>
      {told}
      {told.length === 0 && standsOn(seen.place, seen.today) ? (
        <Section title={lang.t('places.place.here')}>
          <Empty title={lang.t('places.place.nothing')}>{lang.t('places.place.nothing_why')}</Empty>
        </Section>
      ) : null}
      <Parts lang={lang} seen={seen} at={at} />
      <Bodies lang={lang} seen={seen} at={at} />
      <PeopleTable {...props} />
      <History lang={lang} seen={seen} at={at} />
    </>
  );
};

type Shown = Pick<PlacePageProps, 'lang' | 'seen' | 'at'>;

function Parts({ lang, seen, at }: Shown) {
  if (seen.parts.length === 0) return null;
  const rows = seen.parts.toSorted((a, b) => lang.compare(lang.pick(a.place.name), lang.pick(b.place.name)));
  return (
    <Section
      title={lang.t(standsOn(seen.place, seen.today) ? 'places.place.parts' : 'places.place.parts_then')}
      id="parts"
    >
      <Table
        lang={lang}
        caption={lang.t('places.place.parts')}
        quietCaption
        rows={rows}
        rowKey={(part) => part.place.id}
        columns={[
          {
            ...{ id: 'name', head: lang.t('places.field.name'), lead: true },
            cell: ({ place }) => <Link href={at(`/places/${place.slug}`)}>{lang.pick(place.name)}</Link>,
          },
          { id: 'kind', head: lang.t('places.field.kind'), cell: ({ place }) => lang.t(`places.kind.${place.kind}`) },
          { id: 'people', head: lang.t('places.field.people'), number: true, cell: (part) => peopleCell(lang, part) },
        ]}
      />
    </Section>
  );
}

/** Who has a seat here, and who answers for the larger places in which it lies. */
function Bodies({ lang, seen, at }: Shown) {
  const { bodies, serving } = seen;
  if (bodies.length + serving.length === 0) return null;
  return (
    <Section title={lang.t('places.place.bodies')} id="bodies">
      <BodyLinks lang={lang} at={at} bodies={bodies} />
      {serving.length > 0 ? (
        <>
          <h3>{lang.t('places.place.serving')}</h3>
          <BodyLinks lang={lang} at={at} bodies={serving} />
        </>
      ) : null}
    </Section>
  );
}

const BodyLinks = ({ lang, at, bodies }: Pick<Shown, 'lang' | 'at'> & { readonly bodies: PlaceSeen['bodies'] }) =>
  bodies.length === 0 ? null : (
    <ul>
      {bodies
        .toSorted((a, b) => lang.compare(lang.pick(a.name), lang.pick(b.name)))
        .map((body) => (
          <li key={body.id}>
            <Link href={at(`/bodies/${body.slug}`)}>{lang.pick(body.name)}</Link>
            {body.to ? (
              <small class="quiet"> {lang.t('places.ended.short', { day: lang.shortDate(body.to) })}</small>
            ) : null}
          </li>
        ))}
    </ul>
  );
