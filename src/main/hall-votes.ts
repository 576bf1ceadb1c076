import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { MeetingNeeds } from '#modules/meetings/schema.ts';

/** Votes of a hall become ballots, held and closed at once. */
export const keepVote: MeetingNeeds['keepVote'] = async () =>
  refuse('not_available', message('meetings.desk.no.counts'));
