import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { FilterSelect, Filters } from '#ui/filters.tsx';
import { piece } from '#ui/piece.ts';
import { FILTERS, type MeasureLine, type PlanOverview, STATE_FILTERS, VOICE_FILTERS } from '../../schema.ts';

/** What the page of a plan gets. */
export interface PlanShown {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly url: URL;
  readonly overview: PlanOverview;
  /** The lines that fit the conditions, and which page of them. */
  readonly fitting: readonly MeasureLine[];
  readonly pageNumber: number;
  /** Names of executors and communities to filter by, in the reader's order. */
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly base: string;
  readonly mayAuthor: boolean;
  readonly notice: string | null;
}

/** The conditions of the list; all in the address, no script needed. */
export const MeasureFilters = ({ lang, url, overview, fitting, bodies, places }: PlanShown) => {
  const all = overview.tally.total + overview.tally.withdrawn;
  const points = overview.points.map((seen) => ({
    value: seen.point?.number ?? seen.point?.id ?? 'none',
    label: seen.point
      ? [seen.point.number, lang.pick(seen.point.title)].filter(Boolean).join(' ')
      : lang.t('plans.overview.no_point'),
  }));
  const found = lang.t('plans.overview.found', { found: lang.number(fitting.length), all: lang.number(all) });
  return <Form lang={lang} href={url.href} found={found} points={points} bodies={bodies} places={places} />;
};

interface FormProps extends Pick<PlanShown, 'lang' | 'bodies' | 'places'> {
  /** Address of the page. */
  readonly href: string;
  readonly found: string;
  readonly points: PlanShown['bodies'];
}

const Form = piece(
  ({ lang, href, found, points, bodies, places }: FormProps) => {
    const url = new URL(href);
    return (
      <Filters lang={lang} url={new URL('#measures', url)} own={FILTERS} found={found}>
        <FilterSelect
          url={url}
          name="state"
          label={lang.t('plans.overview.filter.state')}
          any={lang.t('plans.overview.filter.any_state')}
          options={STATE_FILTERS.map((value) => ({ value, label: lang.t(`plans.overview.filter.state.${value}`) }))}
        />
        {points.length > 1 ? (
          <FilterSelect
            url={url}
            name="point"
            label={lang.t('plans.overview.filter.point')}
            any={lang.t('plans.overview.filter.any_point')}
            options={points}
          />
        ) : null}
        {bodies.length > 1 ? (
          <FilterSelect
            url={url}
            name="executor"
            label={lang.t('plans.overview.filter.executor')}
            any={lang.t('plans.overview.filter.any_body')}
            options={bodies}
          />
        ) : null}
        {places.length > 1 ? (
          <FilterSelect
            url={url}
            name="place"
            label={lang.t('plans.overview.filter.place')}
            any={lang.t('plans.overview.filter.any_place')}
            options={places}
          />
        ) : null}
        <FilterSelect
          url={url}
          name="voices"
          label={lang.t('plans.overview.filter.voices')}
          any={lang.t('plans.overview.filter.any_voices')}
          options={VOICE_FILTERS.map((value) => ({ value, label: lang.t(`plans.overview.filter.voices.${value}`) }))}
        />
      </Filters>
    );
  },
  ({ href }) => href,
);
