import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Figures } from '#ui/figures.tsx';
import { FilterSelect, Filters, FilterText, FilterTick } from '#ui/filters.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Pager } from '#ui/pager.tsx';
import { withQuery } from '#ui/query.ts';
import { PageTitle } from '#ui/title.tsx';
import { PlacesTabs } from '../../pages/parts/tabs.tsx';
import { PLACE_KINDS } from '../../schema.ts';
import type { PlacesSeen } from '../schema.ts';
import { PlacesPicture } from './parts/picture.tsx';
import { isTree, Rows } from './parts/rows.tsx';

interface PlacesListProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly seen: PlacesSeen;
  readonly page: number;
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  /** The national register itself. */
  readonly national: boolean;
  /** What was just done here, as a sentence. */
  readonly done: string | null;
}

const PAGE_SIZE = 100;

export function PlacesList(props: PlacesListProps) {
  const { lang, url, seen, page, at, mayKeep, national, done } = props;
  const nothing = seen.counts.size === 0 && seen.lines.length === 0;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t(national ? 'places.list.title_national' : 'places.list.title')}
        lede={lang.t(national ? 'places.list.lede_national' : 'places.list.lede')}
      />
      <PlacesTabs lang={lang} at={at} current="places" />
      {mayKeep ? <KeeperActs lang={lang} at={at} national={national} /> : null}
      {nothing && !seen.asked.words ? (
        <Section title={lang.t('places.list.all')}>
          <Empty
            title={lang.t('places.list.none')}
            next={
              mayKeep ? <ButtonLink href={at('/places/import')}>{lang.t('places.list.import')}</ButtonLink> : undefined
            }
          >
            {lang.t(mayKeep ? 'places.list.none_keeper' : 'places.list.none_reader')}
          </Empty>
        </Section>
      ) : (
        <>
          <Counts lang={lang} seen={seen} url={url} />
          <PlacesPicture lang={lang} seen={seen} at={at} />
          <Section title={lang.t('places.list.all')} id="all">
            <Choose lang={lang} url={url} seen={seen} />
            <Rows
              lang={lang}
              seen={seen}
              national={national && isTree(seen)}
              lines={seen.lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
              at={at}
            />
            <Pager lang={lang} url={url} page={page} size={PAGE_SIZE} total={seen.lines.length} />
            <TakeAway lang={lang} at={at} />
          </Section>
        </>
      )}
    </>
  );
}

const KeeperActs = ({ lang, at, national }: Pick<PlacesListProps, 'lang' | 'at' | 'national'>) => (
  <div class="acts">
    <ButtonLink href={at('/places/new')}>{lang.t('places.list.add')}</ButtonLink>
    <ButtonLink second href={at('/places/import')}>
      {lang.t('places.list.import')}
    </ButtonLink>
    {national ? null : <Link href={at('/places/area')}>{lang.t('places.list.area')}</Link>}
  </div>
);

function Counts({ lang, seen, url }: Pick<PlacesListProps, 'lang' | 'seen' | 'url'>) {
  const kinds = PLACE_KINDS.flatMap((kind) => {
    const n = seen.counts.get(kind);
    if (!n || kind === 'country') return [];
    const href = `${withQuery(url, { kind, q: null, page: null })}#all`;
    return [{ value: lang.number(n), label: lang.t(`places.counted.${kind}`, { n }), href }];
  });
  const { people } = seen;
  const all = people
    ? [
        {
          value: lang.number(people.people),
          label: lang.t('places.list.people', { known: lang.number(people.known), of: lang.number(people.of) }),
          href: `${withQuery(url, { kind: 'community', q: null, page: null })}#all`,
        },
      ]
    : [];
  return <Figures figures={[...kinds, ...all]} />;
}

const Choose = ({ lang, url, seen }: Pick<PlacesListProps, 'lang' | 'seen' | 'url'>) => (
  <Filters
    lang={lang}
    url={url}
    own={['kind', 'q', 'ended']}
    found={lang.t('places.list.found', { n: seen.lines.length })}
  >
    <FilterText url={url} name="q" label={lang.t('places.list.words')} />
    <FilterSelect
      url={url}
      name="kind"
      label={lang.t('places.field.kind')}
      any={lang.t('places.list.any_kind')}
      options={PLACE_KINDS.map((kind) => ({ value: kind, label: lang.t(`places.kinds.${kind}`) }))}
    />
    <FilterTick url={url} name="ended" label={lang.t('places.list.ended')} />
  </Filters>
);

const TakeAway = ({ lang, at }: Pick<PlacesListProps, 'lang' | 'at'>) => (
  <p class="source">
    {lang.t('places.list.files')} <Link href={at('/places.csv')}>{lang.t('places.list.csv')}</Link>,{' '}
    <Link href={at('/populations.csv')}>{lang.t('places.list.csv_people')}</Link>,{' '}
    <Link href={at('/places.geojson')}>GeoJSON</Link>
  </p>
);
