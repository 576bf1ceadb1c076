import { message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import { day, type PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import type { ConstituencyId } from '../seats/schema.ts';
import type { Application, Criteria } from './schema.ts';

/** So many applications may wait for an answer before more are taken on paper only. */
export const MOST_WAITING = 50;

export const APPLICATION_KIND = 'forum.application';

/** Whoever applies for a seat gets a reasoned answer, within the working days of the criteria. */
export const APPLICATION_RULE: Rule = {
  key: APPLICATION_KIND,
  version: 1,
  title: message('forum.applications.rule'),
  basis: message('forum.applications.rule_basis'),
  basisUrl: null,
  owedTo: message('forum.applications.rule_to'),
  span: null,
  extension: null,
  soonDays: 3,
  neverDays: 180,
  escalation: { days: 5, role: 'coordinator' },
  from: day('2016-01-01'),
  to: null,
};

/** For the page of rules. */
export const FORUM_RULES: readonly Rule[] = [APPLICATION_RULE];

/** The criteria that hold on a day: of the versions that have begun the one of the latest first day, the newer of two. */
export const criteriaOn = (versions: readonly Criteria[], on: PlainDate): Criteria | null =>
  versions
    .filter((one) => one.from <= on)
    .toSorted((a, b) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1))
    .at(-1) ?? null;

/** The same organisation waits for an answer in the same group: sent twice, or asked again too early. */
export const waitingTwin = (
  applications: readonly Application[],
  asked: { readonly organisation: string; readonly constituency: ConstituencyId },
): Application | null =>
  applications.find(
    (one) =>
      !one.answer && one.constituency === asked.constituency && fold(one.organisation) === fold(asked.organisation),
  ) ?? null;

/** Under this word what an organisation wrote is withheld. */
export const WITHHELD_WORDS = 'forum.application';

/**
 * What visitors see of an application: number, group, days and outcome at once; who asked and what was written and
 * answered only with the answer, because nobody of the forum has read it before.
 */
export function forVisitors(application: Application, withheld: WithheldThings): Application {
  const gone = withheld.of(WITHHELD_WORDS, application.id) !== null;
  const told = application.answer && application.answer.outcome !== 'withdrawn';
  return {
    ...application,
    contact: '',
    organisation: told ? application.organisation : '',
    words: told && !gone ? application.words : '',
    answer: application.answer && gone ? { ...application.answer, reason: '' } : application.answer,
  };
}
