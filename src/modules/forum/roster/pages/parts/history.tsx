import type { Lang } from '#core/i18n/lang.ts';
import { Timeline } from '#ui/timeline.tsx';
import { END_REASONS } from '../../../seats/schema.ts';
import { eventsOf } from '../../rules.ts';
import type { SeatEvent, SeatSeen } from '../../schema.ts';
import { SpeakerWords } from './speaker.tsx';

interface HistoryProps {
  readonly lang: Lang;
  readonly seen: SeatSeen;
}

/** What happened to a seat, the newest on top; what was entered afterwards says so. */
export const History = ({ lang, seen }: HistoryProps) => (
  <Timeline
    events={eventsOf(seen.seating, seen.seat).map((event) => ({
      when: lang.shortDate(event.day),
      datetime: event.day,
      what: (
        <>
          <Happening lang={lang} seen={seen} event={event} />
          <Behind lang={lang} event={event} />
        </>
      ),
    }))}
  />
);

function Happening({ lang, seen, event }: HistoryProps & { readonly event: SeatEvent }) {
  const { kind, holding, mandate } = event;
  if (kind === 'made' || kind === 'closed') return <span>{lang.t(`forum.event.${kind}`)}</span>;
  const body = holding && seen.bodies.get(holding.body);
  const name = body ? lang.pick(body.name) : lang.t('forum.seat.unknown_body');
  if (!mandate)
    return <span>{lang.t(kind === 'given' ? 'forum.event.given' : 'forum.event.holding_ended', { body: name })}</span>;
  const what = kind === 'named' ? 'forum.event.named' : 'forum.event.mandate_ended';
  return (
    <span>
      {lang.t(what, { kind: mandate.kind })}{' '}
      <SpeakerWords lang={lang} of={{ mandate, name: seen.names.get(mandate.id) ?? null }} />
    </span>
  );
}

/** Why, by which document, and when it was entered where that was later. */
function Behind({ lang, event }: { readonly lang: Lang; readonly event: SeatEvent }) {
  const known = event.mandate && END_REASONS.find((one) => one === event.reason);
  const words = [
    known ? lang.t(`forum.end.${known}`) : event.reason,
    event.source,
    event.afterwards ? lang.t('forum.event.afterwards', { day: lang.shortDate(event.afterwards) }) : null,
  ].filter((word) => word !== null);
  return words.length > 0 ? <div class="quiet small">{words.join(' · ')}</div> : null;
}
