import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import type { MandateKind } from '../../../seats/schema.ts';
import type { SeatSeen } from '../../schema.ts';

interface KeeperCardProps {
  readonly lang: Lang;
  readonly seen: SeatSeen;
  readonly today: PlainDate;
  readonly mayName: boolean;
  readonly at: (path: string) => string;
}

/** What keepers can do with the seat as it stands. */
export const KeeperCard = ({ lang, seen, today, mayName, at }: KeeperCardProps) => {
  const { seat, seating } = seen;
  const here = at(`/members/${seat.number}`);
  const open = seating.holdings.filter((one) => one.seat === seat.id && !one.end);
  const mandates = seating.mandates.filter((one) => !one.end && open.some((holding) => holding.id === one.holding));
  const gone = seat.last !== null && seat.last < today;
  const kinds: readonly MandateKind[] = mayName && !gone ? ['representative', 'alternate'] : [];
  const bodyName = (body: string) => {
    const found = seen.bodies.get(body);
    return found ? lang.pick(found.name) : lang.t('forum.seat.unknown_body');
  };
  return (
    <Card title={lang.t('forum.keep.title')} level={2}>
      <ul class="plainlist">
        <li>
          <Link href={`${here}/holdings/new`}>{lang.t('forum.keep.give')}</Link>
        </li>
        {open.length > 0
          ? kinds.map((kind) => (
              <li key={kind}>
                <Link href={`${here}/mandates/new?kind=${kind}`}>{lang.t('forum.keep.name', { kind })}</Link>
              </li>
            ))
          : null}
        {mayName
          ? mandates.map((one) => (
              <li key={one.id}>
                <Link href={`${here}/mandates/${one.id}/closure`}>
                  {lang.t('forum.keep.end_mandate', { kind: one.kind, day: lang.shortDate(one.from) })}
                </Link>
              </li>
            ))
          : null}
        {open.map((one) => (
          <li key={one.id}>
            <Link href={`${here}/holdings/${one.id}/closure`}>
              {lang.t('forum.keep.end_holding', { body: bodyName(one.body) })}
            </Link>
          </li>
        ))}
        {seat.end ? null : (
          <li>
            <Link href={`${here}/closure`}>{lang.t('forum.keep.close')}</Link>
          </li>
        )}
      </ul>
    </Card>
  );
};
