import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Aside, Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { compositionOf } from '../rules.ts';
import type { SeatSeen } from '../schema.ts';
import { History } from './parts/history.tsx';
import { KeeperCard } from './parts/keeper-card.tsx';
import { SpeakerWords } from './parts/speaker.tsx';

interface SeatPageProps {
  readonly lang: Lang;
  readonly seen: SeatSeen;
  readonly today: PlainDate;
  readonly mayKeep: boolean;
  readonly mayName: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** One seat: who holds it now, who speaks for it, and everything that happened to it. */
export const SeatPage = (props: SeatPageProps) => {
  const { lang, seen, today, mayKeep, done, at } = props;
  const { seat, constituency, row } = seen;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.pick(constituency.name)}
        title={lang.t('forum.seat.title', { number: seat.number })}
        lede={<Lede {...props} />}
      />
      <Aside
        main={
          <>
            {row?.holding ? <Now {...props} /> : null}
            <Section title={lang.t('forum.seat.history')} id="history">
              <History lang={lang} seen={seen} />
            </Section>
            <Mistakes lang={lang} seen={seen} />
          </>
        }
        aside={
          <>
            <About {...props} />
            {mayKeep ? <KeeperCard lang={lang} seen={seen} today={today} mayName={props.mayName} at={at} /> : null}
          </>
        }
      />
    </>
  );
};

function Lede({ lang, seen: { seat, row, reported }, today }: SeatPageProps) {
  if (seat.from > today) return <>{lang.t('forum.seat.begins', { day: lang.date(seat.from) })}</>;
  if (!row) return <>{lang.t('forum.seat.closed', { day: lang.date(seat.last ?? today) })}</>;
  if (row.holding) return <>{row.body ? lang.pick(row.body.name) : lang.t('forum.seat.unknown_body')}</>;
  if (reported) return <>{lang.t('forum.seat.unreported')}</>;
  return <>{lang.t('forum.seat.vacant_now', { day: lang.date(row.vacantSince ?? seat.from) })}</>;
}

const Now = ({ lang, seen: { row }, at }: SeatPageProps) =>
  row?.holding ? (
    <Section title={lang.t('forum.seat.now')} id="now">
      <Facts
        facts={[
          {
            name: lang.t('forum.members.organisation'),
            value: row.body ? <Link href={at(`/bodies/${row.body.slug}`)}>{lang.pick(row.body.name)}</Link> : null,
          },
          { name: lang.t('forum.members.since'), value: lang.date(row.holding.from) },
          {
            name: lang.t('forum.seat.term_until'),
            value: row.holding.last ? lang.date(row.holding.last) : null,
          },
          {
            name: lang.t('forum.kind.representative'),
            value: <SpeakerWords lang={lang} of={row.representative} />,
          },
          { name: lang.t('forum.kind.alternate'), value: <SpeakerWords lang={lang} of={row.alternate} /> },
        ]}
      />
    </Section>
  ) : null;

const About = ({ lang, seen: { seat, seating, constituency }, at }: SeatPageProps) => {
  const decision = compositionOf(seating, seat);
  return (
    <Card title={lang.t('forum.seat.about')} level={2}>
      <Facts
        facts={[
          { name: lang.t('forum.seat.group'), value: lang.pick(constituency.name) },
          { name: lang.t('forum.seat.stands_since'), value: lang.date(seat.from) },
          {
            name: lang.t('forum.seat.made_by'),
            value: decision ? <Link href={at('/members/decisions')}>{decision.number}</Link> : null,
          },
          { name: lang.t('forum.seat.closed_on'), value: seat.last ? lang.date(seat.last) : null },
          {
            name: lang.t('forum.seat.record'),
            value: <Link href={at(`/history/seat/${seat.id}`)}>{lang.t('forum.seat.record_open')}</Link>,
          },
        ]}
      />
    </Card>
  );
};

/** What was entered and never was: readable, and counted nowhere. */
function Mistakes({ lang, seen: { seat, seating, bodies } }: Pick<SeatPageProps, 'lang' | 'seen'>) {
  const holdings = seating.holdings.filter((one) => one.seat === seat.id);
  const rows = holdings.flatMap((holding) => {
    const body = bodies.get(holding.body);
    const name = body ? lang.pick(body.name) : lang.t('forum.seat.unknown_body');
    const mandates = seating.mandates.filter((one) => one.holding === holding.id && one.end?.mistake);
    return [
      ...(holding.end?.mistake ? [{ id: holding.id as string, from: holding.from, what: name, end: holding.end }] : []),
      ...mandates.map((one) => ({
        ...{ id: one.id as string, from: one.from, what: lang.t('forum.event.mandate', { kind: one.kind }) },
        end: one.end!,
      })),
    ];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={lang.t('forum.seat.mistakes')} id="mistakes">
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {lang.t('forum.seat.mistake', {
              ...{ what: row.what, from: lang.shortDate(row.from), day: lang.shortDate(row.end.enteredOn) },
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
