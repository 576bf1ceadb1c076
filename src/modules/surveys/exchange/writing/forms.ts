import type { Questionnaire } from '../../questionnaires/schema.ts';
import { readXlsForm } from '../sheets/forms.ts';
import { writeXForm } from '../xforms/frame/rules.ts';
import { asRead, xlsFormOf } from './rules.ts';

/** The questionnaire as XForm XML for ODK Collect and KoboToolbox. */
export function xFormOf(questionnaire: Questionnaire): string {
  const { form, issues } = readXlsForm(xlsFormOf(questionnaire).map(asRead));
  if (!form) throw new Error(`a questionnaire makes no form: ${issues.map((issue) => issue.code).join(', ')}`);
  return writeXForm(form);
}
