import { type FieldError, type Result, refuseFields } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { dutiesOf } from './rules.ts';
import { DUTY_ANSWERS, type DutyAnswer } from './schema.ts';

const MOST = 500;

export interface DutyAnswered {
  readonly duty: string;
  readonly answer: DutyAnswer;
  readonly because: string;
}

/**
 * The form of all duties: those that were answered in it (`answer_<duty>`, `because_<duty>`). An answer without its
 * reason is refused; a duty left without an answer stays as it was.
 */
export function dutyAnswers(posted: Pick<Posted, 'text'>, country: string): Result<readonly DutyAnswered[]> {
  const errors: FieldError[] = [];
  const answers = dutiesOf(country).flatMap(({ id }): readonly DutyAnswered[] => {
    const answer = DUTY_ANSWERS.find((known) => known === posted.text(`answer_${id}`));
    const because = posted.text(`because_${id}`).trim();
    if (!answer) {
      if (because) errors.push({ field: `answer_${id}`, message: message('home.duties.answer_missing') });
      return [];
    }
    if (!because) errors.push({ field: `because_${id}`, message: message('home.duties.because_missing') });
    if (because.length > MOST) {
      const params = { max: MOST, found: because.length };
      errors.push({ field: `because_${id}`, message: message('errors.field_too_long', params) });
    }
    return [{ duty: id, answer, because }];
  });
  return errors.length > 0 ? refuseFields(errors) : { ok: true, value: answers };
}
