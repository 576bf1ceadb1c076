import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { compile } from '../src/modules/surveys/filling/compiling/rules.ts';
import { answer, begin, stateOf } from '../src/modules/surveys/filling/rules.ts';
import { AT_NOON, longQuestionnaire } from '../src/modules/surveys/filling/samples.ts';
import { type Figure, median, quantile } from './figure.ts';

const QUESTIONS = 300;
const ROUNDS = 20;

/** The engine of questionnaires: what one answer costs, and what it weighs on its way to a phone. */
export async function surveys(): Promise<readonly Figure[]> {
  const form = compile(longQuestionnaire(QUESTIONS));
  if (form.is !== 'form') throw new Error('the questionnaire cannot be asked');
  const took: number[] = [];
  const whole: number[] = [];
  let state = stateOf(form, begin(form, AT_NOON), AT_NOON);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let section = 0; section < QUESTIONS / 10; section += 1) {
      const said = { a: round % 2 ? 'yes' : 'no', b: String(20 + round), d: 'd2', c: 'p1 p4', i: '2.5' };
      for (const [letter, value] of Object.entries(said)) {
        const before = performance.now();
        state = answer(form, state, `s${section}/${letter}${section}`, value, AT_NOON);
        took.push(performance.now() - before);
      }
      const before = performance.now();
      stateOf(form, state.answers, AT_NOON);
      whole.push(performance.now() - before);
    }
  }
  return [
    {
      name: 'surveys.answer',
      what: `one answer in a form of ${QUESTIONS} questions with skip logic, calculations and filtered lists`,
      value: median(took),
      unit: 'ms',
      baseline: { what: 'working out the whole form', value: median(whole) },
      // A quarter of a quarter of 50 ms: phones are slower than the four times that are promised.
      target: { most: 3 },
      note: `${took.length} answers; 95 of 100 below ${quantile(took, 0.95).toFixed(2)} ms`,
    },
    weight(),
  ];
}

/** Compressed, as a browser gets it. */
function weight(): Figure {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        export { compile } from './src/modules/surveys/filling/compiling/rules.ts';
        export { addTo, answer, begin, finish, removeAt, stateOf } from './src/modules/surveys/filling/rules.ts';`,
      resolveDir: '.',
    },
    ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'browser' },
    target: ['chrome109', 'firefox115', 'safari15.6'],
  });
  return {
    name: 'surveys.engine',
    what: 'the engine of questionnaires, compressed',
    value: gzipSync(outputFiles[0]!.contents).length,
    unit: 'bytes',
    target: { most: 25_000 },
  };
}
