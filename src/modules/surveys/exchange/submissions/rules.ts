import type { Answers, Item, Questionnaire } from '../../questionnaires/schema.ts';
import { type Tag, tag, writeXml } from '../xml/rules.ts';

/**
 * One interview as ODK Collect would send it (https://getodk.github.io/xforms-spec/#instance): answers by the items of
 * the edition, what was not relevant left out. `id` is the interview's uuid.
 */
export function writeSubmission(
  questionnaire: Questionnaire,
  interview: { readonly id: string; readonly answers: Answers },
): string {
  const { name, settings, items } = questionnaire;
  const attributes = { id: name, version: settings.version };
  const meta = tag('meta', {}, tag('instanceID', {}, `uuid:${interview.id}`));
  return writeXml(tag(settings.name ?? 'data', attributes, nodesOf(items, interview.answers), meta));
}

const nodesOf = (items: readonly Item[], answers: Answers): readonly Tag[] =>
  items.flatMap((item) => {
    const answer = answers[item.name];
    if (answer === undefined) return [];
    if (typeof answer === 'string') {
      const other = item.is === 'question' && item.choices?.other ? answers[`${item.name}_other`] : undefined;
      return [tag(item.name, {}, answer), ...(typeof other === 'string' ? [tag(`${item.name}_other`, {}, other)] : [])];
    }
    const inner = item.is === 'question' ? [] : item.items;
    const turns = Array.isArray(answer) ? (answer as readonly Answers[]) : [answer as Answers];
    return turns.map((one) => tag(item.name, {}, nodesOf(inner, one)));
  });
