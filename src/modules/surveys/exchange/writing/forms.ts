import type { Questionnaire } from '../../questionnaires/schema.ts';
import { readXlsForm } from '../sheets/forms.ts';
import { writeXForm } from '../xforms/frame/rules.ts';
import { asRead, xlsFormOf } from './rules.ts';

/** The questionnaire as XForm XML for ODK Collect and KoboToolbox; null: it has faults and makes no form. */
export function xFormOf(questionnaire: Questionnaire): string | null {
  const { form } = readXlsForm(xlsFormOf(questionnaire).map(asRead));
  return form && writeXForm(form);
}
