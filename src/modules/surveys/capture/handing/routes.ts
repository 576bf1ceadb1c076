import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled } from '#ui/filled.ts';
import type { Shown } from '../../filling/schema.ts';
import { keepInterview } from '../../keeping/commands.ts';
import { wordsIn } from '../../questionnaires/rules.ts';
import { pathOf } from '../../rounds/rules.ts';
import { endFilling } from '../commands.ts';
import { type Going, going, titleOf } from '../going/routes.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { openParts, shownIn } from '../rules.ts';

function check(web: Web, on: Going, of: Filled): Answer {
  const { lang } = web;
  const { begun, form, state, here, parts, filling } = on;
  const { languages } = form.questionnaire;
  const said = (words: Shown['label']) => wordsIn(words, begun.language, languages).text;
  const wordsOf = ({ path, value, choices, item }: Shown): string => {
    const why = filling.declined[path];
    if (why) return lang.t(`surveys.capture.${why}`);
    if (item.is === 'question' && item.type === 'image') return value ? lang.t('surveys.capture.picture') : '';
    if (!choices) return value;
    const named = (name: string) => {
      const found = choices.find((one) => one.name === name);
      return found ? said(found.label) || name : name;
    };
    return value.split(' ').filter(Boolean).map(named).join(', ');
  };
  const lines = parts.flatMap((part, i) =>
    shownIn(state, part)
      .filter(({ kind, item }) => kind === 'question' && item.is === 'question' && item.type !== 'note')
      .map((shown) => ({
        ...{ path: shown.path, label: said(shown.label) || shown.item.name, value: wordsOf(shown) },
        changeHref: `${here}?part=${i}`,
      })),
  );
  const last = openParts(state, parts).at(-1) ?? 0;
  const main = CheckPage({ of, lines, title: titleOf(on), action: `${here}/check`, back: `${here}?part=${last}` });
  const title = lang.t('surveys.capture.check');
  const bare = begun.mode === 'kiosk';
  return page({ title, menu: 'surveys', main, noindex: true, secret: true, bare }, of.errors.length > 0 ? 422 : 200);
}

async function handIn(web: Web): Promise<Answer> {
  const found = await going(web);
  if (!found.ok) return refused(found.refusal);
  const { begun, state, round, secret, here, parts, filling } = found.value;
  const shown = parts.flatMap((part) => shownIn(state, part));
  const pictures = shown.flatMap(({ path, item, value }) =>
    item.is === 'question' && item.type === 'image' && /^[0-9a-f]{64}$/.test(value) ? [{ path, file: value }] : [],
  );
  const kept = await web.perform(keepInterview, {
    ...{ id: begun.id, round: round.id, edition: begun.edition, mode: begun.mode, place: begun.place },
    ...{ group: begun.group, language: begun.language, startedAt: null, finishedAt: null, onDay: web.today },
    ...{ answers: state.answers, declined: filling.declined, code: begun.code, pictures },
  });
  if (!kept.ok) {
    const wrong = kept.refusal.fields?.find(({ field }) => field.startsWith('q:'));
    const part = wrong ? parts.findIndex((names) => names.includes(wrong.field.slice(2).split('/')[0]!)) : -1;
    if (part >= 0) return redirect(`${here}?part=${part}`);
    return check(
      web,
      found.value,
      filled(web.lang, {}, [{ field: 'code', message: kept.refusal.fields?.[0]?.message ?? kept.refusal.message }]),
    );
  }
  await web.perform(endFilling, { secret });
  const at = web.at(pathOf(round));
  return redirect(
    begun.mode === 'kiosk' ? `${at}/kiosk?done=kept` : begun.mode === 'desk' ? `${at}/desk?done=kept` : `${at}/thanks`,
  );
}

/** Everything that was answered, and the end of it. */
export const handingRoutes: readonly Route[] = [
  get('/surveys/:number/form/:secret/check', async (web) => {
    const found = await going(web);
    return found.ok ? check(web, found.value, filled(web.lang)) : refused(found.refusal);
  }),
  post('/surveys/:number/form/:secret/check', handIn),
];
