import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { Sum } from '../../../populations/rules.ts';
import { saidOrWithheld } from '../../../withheld/pages/said.tsx';
import { FIGURE_SOURCE } from '../../../withheld/rules.ts';
import type { PlaceSeen } from '../../schema.ts';

interface PeopleTableProps {
  readonly lang: Lang;
  readonly seen: PlaceSeen;
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly withheld: WithheldThings;
}

/** Every figure with its day and source, the newest first. Where nobody counted, it says so. */
export function PeopleTable({ lang, seen, at, mayKeep, withheld }: PeopleTableProps) {
  const { place, figures, sum } = seen;
  if (figures.length === 0 && !sum) return null;
  const below = (id: string) => at(`/places/${place.slug}/populations/${id}/withdrawal`);
  return (
    <Section title={lang.t('places.place.people')} id="people">
      {sum ? <p>{sumInWords(lang, sum)}</p> : null}
      {figures.length > 0 ? (
        <Table
          lang={lang}
          caption={lang.t('places.place.people')}
          quietCaption
          rows={figures}
          rowKey={(figure) => figure.id}
          columns={[
            { id: 'day', head: lang.t('places.field.day'), lead: true, cell: (figure) => lang.date(figure.day) },
            { id: 'people', head: lang.t('places.field.people'), number: true, cell: (f) => lang.number(f.people) },
            {
              ...{ id: 'households', head: lang.t('places.field.households'), number: true },
              cell: (f) => (f.households === null ? lang.t('places.people.unknown') : lang.number(f.households)),
            },
            {
              ...{ id: 'source', head: lang.t('places.field.source') },
              cell: (f) => (
                <>
                  {saidOrWithheld(lang, f.source, withheld.of(FIGURE_SOURCE, f.id))}{' '}
                  {mayKeep ? (
                    <small>
                      <Link href={below(f.id)} label={lang.t('places.keep.withdraw_what', { day: lang.date(f.day) })}>
                        {lang.t('places.keep.withdraw')}
                      </Link>
                      {f.source ? (
                        <>
                          {', '}
                          <Link href={at(`/withheld/new?type=${FIGURE_SOURCE}&id=${f.id}`)}>
                            {lang.t('places.withheld.take_down_source')}
                          </Link>
                        </>
                      ) : null}
                    </small>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      ) : null}
    </Section>
  );
}

/** From how many parts, counted when. */
function sumInWords(lang: Lang, { people, known, of, from, to }: Sum): string {
  const when =
    from === to ? lang.date(to) : lang.t('places.people.between', { from: lang.date(from), to: lang.date(to) });
  const said = { people: lang.number(people), known: lang.number(known), of: lang.number(of), when };
  return lang.t(known === of ? 'places.people.sum_long' : 'places.people.sum_part_long', said);
}
