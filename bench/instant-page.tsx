import { Lang } from '#core/i18n/lang.ts';
import { filled } from '#ui/filled.ts';
import { render } from '#ui/render.ts';
import { LOADED } from '../src/enhance.gen.ts';
import { PartPage } from '../src/modules/surveys/capture/pages/part-page.tsx';
import { everyIn, partsOf, shownIn } from '../src/modules/surveys/capture/rules.ts';
import { compile } from '../src/modules/surveys/filling/compiling/rules.ts';
import { begin, stateOf } from '../src/modules/surveys/filling/rules.ts';
import { AT_NOON, longQuestionnaire } from '../src/modules/surveys/filling/samples.ts';
import { SENTENCES } from '../src/texts.gen.ts';

/** All sections on one page, as the server draws it; no style, which costs the same with and without script. */
export function pageOf(questions: number): string {
  const form = compile(longQuestionnaire(questions));
  if (form.is !== 'form') throw new Error('the questionnaire cannot be asked');
  const state = stateOf(form, begin(form, AT_NOON), AT_NOON);
  const part = partsOf(form.questionnaire.items).flat();
  const lang = new Lang('az', SENTENCES.az);
  const main = PartPage({
    ...{ of: filled(lang, {}), title: 'A', language: 'en', languages: form.questionnaire.languages },
    ...{ items: shownIn(state, part), step: 1, steps: 1, action: '/', back: null, more: false, later: null },
    ...{ files: false, carries: null },
    instant: {
      every: everyIn(state, AT_NOON, part),
      begun: {
        ...{ questions: '/questions', part, answers: state.answers, declined: {}, now: AT_NOON.now },
        ...{ zone: 'Asia/Baku', language: 'en', seed: AT_NOON.seed, problems: {} },
      },
    },
  });
  const engine = Object.keys(LOADED).find((name) => name.startsWith('engine-'));
  const html = render(main, { told: new Map() }).parts.join('');
  return `<!doctype html><html lang="az"><link rel="icon" href="data:,"><title>A</title><main>${html}</main><p><input id="plain"></p><script src="/scripts/${engine}"></script></html>`;
}
