import { type Result, refuse } from '#core/errors/result.ts';
import type { Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { begin, stateOf } from '../../filling/rules.ts';
import type { Filling, Form, State } from '../../filling/schema.ts';
import { formOf } from '../../keeping/queries.ts';
import { wordsIn } from '../../questionnaires/rules.ts';
import { declarationsOf, roundById } from '../../rounds/queries.ts';
import { pathOf } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import { begunBySecret } from '../queries.ts';
import { fillingOf, partsOf } from '../rules.ts';
import type { Begun } from '../schema.ts';

/** A form that somebody began, ready to go on with. */
export interface Going {
  readonly secret: string;
  readonly begun: Begun;
  readonly round: Round;
  readonly form: Form;
  readonly filling: Filling;
  /** Of the forum, as its calendar names it. */
  readonly zone: string;
  readonly state: State;
  readonly parts: readonly (readonly string[])[];
  readonly here: string;
}

/** The form of the address, as far as it was filled in. */
export async function going(web: Web): Promise<Result<Going>> {
  const { db, forum } = web;
  const secret = web.params.secret ?? '';
  const begun = await begunBySecret(db, forum.id, secret);
  const round = begun && (await roundById(db, forum.id, begun.round));
  if (!begun || !round || String(round.number) !== web.params.number)
    return refuse('gone', message('surveys.capture.gone'));
  const said = (await declarationsOf(db, forum.id, round.id)).findLast(
    ({ declaration }) => declaration.edition === begun.edition,
  );
  const form = said && (await formOf(db, forum.id, said.declaration.questionnaire, begun.edition));
  if (!form) return refuse('conflict', message('surveys.capture.not_ready'));
  // The day, never the hour: what the form knows of the time is noon.
  const now = new Date(`${web.today}T12:00:00Z`).getTime();
  const filling = fillingOf({ now, language: begun.language, seed: begun.id, declined: begun.declined }, forum.zone);
  const answers = Object.keys(begun.answers).length > 0 ? begun.answers : begin(form, filling);
  const state = stateOf(form, answers, filling);
  const here = web.at(`${pathOf(round)}/form/${secret}`);
  return {
    ok: true,
    value: {
      secret,
      begun,
      round,
      form,
      filling,
      zone: forum.zone,
      state,
      parts: partsOf(form.questionnaire.items),
      here,
    },
  };
}

/** What the questionnaire is called in the language in which it is asked. */
export const titleOf = ({ form, begun }: Going): string =>
  wordsIn(form.questionnaire.title, begun.language, form.questionnaire.languages).text;
