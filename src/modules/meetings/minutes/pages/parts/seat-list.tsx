import type { Lang } from '#core/i18n/lang.ts';
import type { SeatThere } from '../../composing/schema.ts';

/** Seats with their organisations and how each is there. */
export const SeatList = ({ lang, seats }: { readonly lang: Lang; readonly seats: readonly SeatThere[] }) => (
  <ul>
    {seats.map((one) => (
      <li key={one.number}>
        {lang.pick(one.organisation)} ({one.number}): {lang.t(`meetings.way.${one.way}`)}
        {one.carriedBy ? ` (${lang.t('meetings.way.carried_by', { seat: one.carriedBy })})` : null}
      </li>
    ))}
  </ul>
);
