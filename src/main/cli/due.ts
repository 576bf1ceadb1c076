import type { Db } from '#core/db/database.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { WorkCalendar } from '#core/time/calendar.ts';
import { calendarOf } from '#core/time/calendars/known.ts';
import { dueAnswer } from '#core/time/due.ts';
import { calendarFor } from '#modules/obligations/contract.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { type CliCommand, type Exit, misused, type Typed, type Voice } from './command.ts';

/** The shell speaks English, like its documentation. */
const english = new Lang('en', SENTENCES.en);

/** The last day of a term: by the installation's calendar with every day added to it, else by the shipped one. */
export const due: CliCommand = {
  name: 'due',
  summary: 'the last day of a legal term, with every counted and skipped day',
  usage: ['due --country AZ --received 2026-03-19 --working-days 7 [--json]'],
  uninstalled: (voice, typed) => sayDue(voice, typed, async (country) => calendarOf(country)),
  run: (voice, typed, { database }) => sayDue(voice, typed, addedTo(database.db)),
};

const addedTo = (db: Db) => (country: string) => calendarFor(db, country);

async function sayDue(
  voice: Voice,
  { options }: Typed,
  calendar: (country: string) => Promise<WorkCalendar | null>,
): Promise<Exit> {
  const { country = 'AZ', received, 'working-days': workingDays } = options;
  if (typeof received !== 'string' || typeof workingDays !== 'string' || typeof country !== 'string')
    return misused(voice, due, 'due needs --received and --working-days.');
  const asked = { country, received, workingDays };
  const answer = dueAnswer(asked, english.say.bind(english), await calendar(country));
  if (!answer.ok) {
    voice.err(english.say(answer.refusal.message));
    return 1;
  }
  if (options.json) {
    voice.out(JSON.stringify(answer.value));
    return 0;
  }
  voice.out(`Due ${answer.value.due}`);
  for (const day of answer.value.days) voice.out(`${day.date}  ${day.counted ? 'counted' : 'skipped'}  ${day.reason}`);
  return 0;
}
