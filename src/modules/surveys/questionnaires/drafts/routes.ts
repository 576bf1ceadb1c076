import { type Result, refuse } from '#core/errors/result.ts';
import { isChangedMeanwhile } from '#core/errors/seen.ts';
import { type Answer, type Crumb, type Page, page, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Filled } from '#ui/filled.ts';
import { mayKeepSurveys } from '../../access.ts';
import { stranger } from '../../routes.ts';
import { titleOf } from '../pages/parts/title-of.tsx';
import { type Kept, questionnaireByNumber } from '../queries.ts';
import type { Questionnaire } from '../schema.ts';
import { writeQuestionnaire } from './commands.ts';

/** Where a questionnaire stands, below the forum. */
export const pathOf = ({ number }: { readonly number: number }): string => `/surveys/questionnaires/${number}`;

/** The questionnaire of the address for its keepers, or the answer to everybody else. */
export async function keptDraft(web: Web): Promise<Kept | Answer> {
  const no = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (no) return no;
  const found = await questionnaireByNumber(web.db, web.forum.id, web.params.number ?? '');
  return found ?? refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });
}
export const isKept = (found: Kept | Answer): found is Kept => 'draft' in found;

export const crumbs = ({ lang, at }: Web, kept: Kept | null): readonly Crumb[] => [
  { label: lang.t('surveys.questionnaires.title'), href: at('/surveys/questionnaires') },
  ...(kept ? [{ label: titleOf(lang, { number: kept.number, ...kept.draft.content }), href: at(pathOf(kept)) }] : []),
];

/** A page of its keepers: found by no search engine, kept by no cache on the way. */
export const draftPage = (web: Web, title: string, kept: Kept | null, main: Page['main'], of: Filled | null = null) =>
  page(
    { title, crumbs: crumbs(web, kept), menu: 'surveys', main, noindex: true, secret: true },
    of && of.errors.length > 0 ? 422 : 200,
  );

const TRIES = 4;

/**
 * Changes the draft as it stands now. Where somebody else kept another one meanwhile, the change is made on theirs: two
 * people who write different questions lose nothing.
 */
export async function changeDraft(
  web: Web,
  kept: Kept,
  change: (content: Questionnaire) => Result<Questionnaire>,
): Promise<Result<unknown>> {
  let now: Kept | null = kept;
  for (let i = 0; now && i < TRIES; i += 1) {
    const next = change(now.draft.content);
    if (!next.ok) return next;
    const content = next.value;
    const made = await web.perform(writeQuestionnaire, {
      ...{ questionnaire: now.id, from: now.draft.id, origin: 'pages', content },
    });
    if (made.ok || !isChangedMeanwhile(made.refusal)) return made;
    now = await questionnaireByNumber(web.db, web.forum.id, String(kept.number));
  }
  return refuse('conflict', message('surveys.questionnaires.busy'));
}
