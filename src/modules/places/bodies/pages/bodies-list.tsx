import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Figures } from '#ui/figures.tsx';
import { FilterSelect, Filters, FilterText, FilterTick } from '#ui/filters.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PlacesTabs } from '../../pages/parts/tabs.tsx';
import type { Place } from '../../schema.ts';
import type { BodiesAsked } from '../rules.ts';
import { type Body, type BodyId, SIDE_NAMES, SIDES, type Side } from '../schema.ts';

interface BodiesListProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly asked: BodiesAsked;
  /** Those that the address asks for, in order. */
  readonly bodies: readonly Body[];
  /** How many stand on each side. */
  readonly counts: ReadonlyMap<Side, number>;
  readonly places: ReadonlyMap<string, Place>;
  /** How many parts a body has. */
  readonly parts: ReadonlyMap<BodyId, number>;
  readonly page: number;
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly done: string | null;
}

const PAGE_SIZE = 100;

/** Every organisation that plans, members and answers name. */
export function BodiesList(props: BodiesListProps) {
  const { lang, url, bodies, counts, page, at, mayKeep, done, asked } = props;
  const nothing = counts.size === 0 && bodies.length === 0 && asked.words === '';
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('places.bodies.title')} lede={lang.t('places.bodies.lede')} />
      <PlacesTabs lang={lang} at={at} current="bodies" />
      {mayKeep ? (
        <div class="acts">
          <ButtonLink href={at('/bodies/new')}>{lang.t('places.bodies.add')}</ButtonLink>
          <ButtonLink second href={at('/places/import?what=bodies')}>
            {lang.t('places.list.import')}
          </ButtonLink>
        </div>
      ) : null}
      {nothing ? (
        <Section title={lang.t('places.bodies.all')}>
          <Empty title={lang.t('places.bodies.none')}>{lang.t('places.bodies.none_why')}</Empty>
        </Section>
      ) : (
        <>
          <Figures
            figures={SIDE_NAMES.flatMap((side) => {
              const n = counts.get(side);
              const href = `${withQuery(url, { side, parts: 'yes', q: null, page: null })}#all`;
              return n ? [{ value: lang.number(n), label: lang.t(`places.side.${side}`), href }] : [];
            })}
          />
          <Section title={lang.t('places.bodies.all')} id="all">
            <Choose lang={lang} url={url} n={bodies.length} />
            <Rows {...props} bodies={bodies.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
            <Pager lang={lang} url={url} page={page} size={PAGE_SIZE} total={bodies.length} />
            <p class="source">
              {lang.t('places.list.files')} <Link href={at('/bodies.csv')}>{lang.t('places.bodies.csv')}</Link>
            </p>
          </Section>
        </>
      )}
    </>
  );
}

const Choose = ({ lang, url, n }: { readonly lang: Lang; readonly url: URL; readonly n: number }) => (
  <Filters
    lang={lang}
    url={url}
    own={['side', 'kind', 'q', 'parts', 'ended']}
    found={lang.t('places.bodies.found', { n })}
  >
    <FilterText url={url} name="q" label={lang.t('places.bodies.words')} />
    <FilterSelect
      url={url}
      name="side"
      label={lang.t('places.bodies.side')}
      any={lang.t('places.bodies.any_side')}
      options={SIDE_NAMES.map((side) => ({ value: side, label: lang.t(`places.side.${side}`) }))}
    />
    <FilterSelect
      url={url}
      name="kind"
      label={lang.t('places.field.kind')}
      any={lang.t('places.list.any_kind')}
      options={SIDE_NAMES.flatMap((side) => SIDES[side]).map((kind) => ({
        value: kind,
        label: lang.t(`places.body_kind.${kind}`),
      }))}
    />
    <FilterTick url={url} name="parts" label={lang.t('places.bodies.parts_too')} />
    <FilterTick url={url} name="ended" label={lang.t('places.list.ended')} />
  </Filters>
);

const Rows = ({ lang, bodies, places, parts, at }: BodiesListProps) => (
  <Table
    lang={lang}
    caption={lang.t('places.bodies.all')}
    quietCaption
    rows={bodies}
    rowKey={(body) => body.id}
    columns={[
      {
        ...{ id: 'name', head: lang.t('places.field.name'), lead: true },
        cell: (body) => {
          const n = parts.get(body.id);
          return (
            <>
              <Link href={at(`/bodies/${body.slug}`)}>{lang.pick(body.name)}</Link>{' '}
              <small class="quiet">
                {lang.t(`places.body_kind.${body.kind}`)}
                {n ? `, ${lang.t('places.bodies.parts', { n })}` : null}
                {body.to ? `, ${lang.t('places.ended.short', { day: lang.shortDate(body.to) })}` : null}
              </small>
            </>
          );
        },
      },
      {
        ...{ id: 'place', head: lang.t('places.body.seat') },
        cell: (body) => {
          const place = body.place ? places.get(body.place) : undefined;
          return place ? <Link href={at(`/places/${place.slug}`)}>{lang.pick(place.name)}</Link> : null;
        },
      },
    ]}
  />
);
