import type { PlainDate } from '#core/time/plain-date.ts';
import { addDays } from '#core/time/plain-date.ts';
import type { Given } from '../keeping/schema.ts';
import type { InterviewId, QuestionnaireId, RoundId } from '../schema.ts';
import type { Declaration } from './schema.ts';

/** A purposive round of ten days that takes every way of asking; `given` says what is different. */
export const declared = (given: Partial<Declaration> & Pick<Declaration, 'questionnaire' | 'from'>): Declaration => ({
  ...{ edition: 1, title: { az: 'Kəndlərin rəyi' }, sampling: 'purposive' },
  method: { az: 'Hər kənddə ən azı üç nəfərdən soruşulur.' },
  ...{ population: null, populationSource: null, plan: null, areasAsked: null, areasAll: null },
  consent: { az: 'İştirak könüllüdür, adınız soruşulmur.' },
  until: addDays(given.from, 10),
  modes: ['phone', 'link', 'kiosk', 'paper', 'desk'],
  ...{ singleUse: false, officeHolders: false, smallest: 5, paperTwice: true, places: [], groups: [] },
  ...given,
});

/** An interview by link without an answer; `given` says what is different. */
export const interview = (given: Partial<Given> & Pick<Given, 'id' | 'round' | 'onDay'>): Given => ({
  ...{ edition: 1, mode: 'link', place: null, group: null, language: 'az', startedAt: null, finishedAt: null },
  ...{ answers: {}, declined: {}, code: null, pictures: [] },
  ...given,
});

/** One input of the right shape for each command on rounds and interviews, by its name. */
export const roundInputs = (of: { readonly id: string; readonly today: PlainDate }) => {
  const round = of.id as RoundId;
  const declaration = declared({ questionnaire: of.id as QuestionnaireId, from: of.today });
  return {
    'surveys.declare_round': { declaration, after: null },
    'surveys.change_declaration': { round, declaration, reason: null, seen: null },
    'surveys.close_round': { round, kind: 'closed', reason: null },
    'surveys.analysis.publish_results': { round, splits: [], words: null, reason: null },
    'surveys.analysis.release_microdata': { round, columns: [], known: [], sensitive: [] },
    'surveys.assign_interviewer': { round, person: of.id, place: null, wanted: 5 },
    'surveys.end_assignment': { round, assignment: of.id },
    'surveys.make_codes': { round, place: null, group: null, count: 2 },
    'surveys.begin_filling': {
      ...{ round, secret: 'gizli', mode: 'link', language: 'az', place: null, group: null, code: null },
    },
    'surveys.type_sheet': {
      ...{ round, number: 1, place: null, group: null, onDay: of.today, answers: {}, declined: {} },
    },
    'surveys.settle_sheet': { round, number: 1, seconds: [] },
    'surveys.exclude_interview': { interview: of.id, reason: 'İki dəfə göndərilib' },
    'surveys.count_interview': { interview: of.id, reason: 'Səhvən çıxarılıb' },
    'surveys.keep_filling': { secret: 'gizli', answers: {}, declined: {} },
    'surveys.end_filling': { secret: 'gizli' },
    'surveys.tidy': {},
    'surveys.keep_interview': interview({ id: of.id as InterviewId, round, onDay: of.today }),
  };
};
