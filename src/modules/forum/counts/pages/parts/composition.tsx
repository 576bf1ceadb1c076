import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { totalOf } from '../../rules.ts';
import type { GroupFigures } from '../../schema.ts';

interface CompositionProps {
  readonly lang: Lang;
  readonly figures: readonly GroupFigures[];
  readonly names: ReadonlyMap<string, Texts>;
  readonly mayKeep: boolean;
  readonly at: (path: string) => string;
}

/** Seats, held and vacant, women and men by constituency; what nobody counted is said to be unknown, never zero. */
export const CompositionTable = ({ lang, figures, names, mayKeep, at }: CompositionProps) => {
  const total = totalOf(figures);
  const known = (n: number | undefined) =>
    n === undefined ? <span class="quiet">{lang.t('forum.counts.unknown')}</span> : lang.number(n);
  return (
    <Section title={lang.t('forum.counts.title')} id="composition">
      <p class="quiet">{lang.t('forum.counts.lede')}</p>
      <Table
        lang={lang}
        caption={lang.t('forum.counts.title')}
        quietCaption
        rows={figures}
        rowKey={({ constituency }) => constituency}
        columns={[
          {
            ...{ id: 'group', head: lang.t('forum.seat.group'), lead: true },
            cell: ({ constituency, counted }) => (
              <>
                {lang.pick(names.get(constituency) ?? {})}
                {counted ? (
                  <div class="quiet small">
                    {lang.t('forum.counts.counted', { day: lang.shortDate(counted.on), source: counted.source })}
                  </div>
                ) : null}
              </>
            ),
          },
          { id: 'seats', head: lang.t('forum.counts.seats'), number: true, cell: ({ seats }) => lang.number(seats) },
          {
            id: 'filled',
            head: lang.t('forum.counts.filled'),
            number: true,
            cell: ({ filled }) => lang.number(filled),
          },
          {
            ...{ id: 'vacant', head: lang.t('forum.counts.vacant'), number: true },
            cell: ({ seats, filled }) => lang.number(seats - filled),
          },
          {
            id: 'women',
            head: lang.t('forum.counts.women'),
            number: true,
            cell: ({ counted }) => known(counted?.women),
          },
          { id: 'men', head: lang.t('forum.counts.men'), number: true, cell: ({ counted }) => known(counted?.men) },
          {
            ...{ id: 'unknown', head: lang.t('forum.counts.not_known'), number: true },
            cell: ({ counted, filled }) => lang.number(counted ? counted.unknown : filled),
          },
        ]}
        foot={{
          group: lang.t('forum.counts.total'),
          ...{ seats: lang.number(total.seats), filled: lang.number(total.filled) },
          vacant: lang.number(total.seats - total.filled),
          ...{ women: known(total.counted?.women), men: known(total.counted?.men) },
          unknown: total.counted ? lang.number(total.counted.unknown) : null,
        }}
      />
      {mayKeep ? (
        <p>
          <ButtonLink href={at('/members/counts/new')} second>
            {lang.t('forum.counts.enter')}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  );
};
