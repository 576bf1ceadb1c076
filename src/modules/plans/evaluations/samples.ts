import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import { DEMO_EVALUATORS } from '../demo/evaluators.ts';
import { observedText } from '../demo/phrases.ts';
import type { DemoEvaluation } from '../demo/shape.ts';
import {
  cellOn,
  type DemoEvent,
  dayOf,
  evidenceOf,
  idOf,
  type MadeMeasure,
  must,
  type PlanWorld,
} from '../reports/samples.ts';
import { evaluate, extendReply, reply } from './commands.ts';

/** Everything that civil society found on a measure, with what the executors answered: one evaluation for each cell. */
export const evaluationEvents = (world: PlanWorld, measure: MadeMeasure): readonly DemoEvent[] =>
  measure.facts.evaluations.flatMap((given) => given.of.flatMap((body) => eventsOf(world, measure, given, body)));

function eventsOf(world: PlanWorld, measure: MadeMeasure, given: DemoEvaluation, body: BodyKey): readonly DemoEvent[] {
  const { together } = world;
  const { number } = measure.facts;
  let evaluation = '';
  const send = async (): Promise<void> => {
    together.as(world.actor('evaluator', given.by));
    evaluation = await sent(world, measure, given, body);
  };
  const extend = async (reason: string): Promise<void> => {
    together.as(world.actor('executor', body));
    await must(together.perform(extendReply, { evaluation, reason }), `the extension for ${body} on ${number}`);
  };
  const answer = async (text: Texts): Promise<void> => {
    together.as(world.actor('executor', body));
    await must(together.perform(reply, { evaluation, text, paper: null }), `the reply of ${body} on ${number}`);
  };
  const events: DemoEvent[] = [{ on: given.sentForReply, happen: send }];
  const { extended, reply: replied } = given;
  if (extended) events.push({ on: extended.on, happen: () => extend(extended.reason.az) });
  if (replied) events.push({ on: replied.on, happen: () => answer(replied.text) });
  return events;
}

async function sent(world: PlanWorld, measure: MadeMeasure, given: DemoEvaluation, body: BodyKey): Promise<string> {
  const cell = await cellOn(world, measure, body, dayOf(world, given.sentForReply));
  const done = await must<{ id: string }>(
    world.together.perform(evaluate, {
      cell: cell.id,
      organisation: idOf(world, given.by),
      completion: given.completion,
      scales: {
        verifiable: given.verifiable,
        open_lens: given.openGovernmentLens,
        potential: given.potentialForResults,
        early_results: given.earlyResults,
        did_open: given.didItOpenGovernment,
      },
      finding: given.text,
      method: methodOf(world, given),
      ties: tiesOf(given.by),
      ...evidenceOf(world, given.evidence),
      actuals: [],
    }),
    `the evaluation of ${body} on ${measure.facts.number}`,
  );
  return done.id;
}

/** The method, and at its end the days of looking. */
const methodOf = (world: PlanWorld, { method, observed }: DemoEvaluation): Texts =>
  Object.fromEntries(
    LANGUAGES.map((code) => {
      const lang = world.lang(code);
      const [from, to] = [lang.date(dayOf(world, observed.from)), lang.date(dayOf(world, observed.to))];
      return [code, `${method[code]} ${observedText[code](from, to)}`];
    }),
  );

function tiesOf(organisation: BodyKey): Texts {
  const ties = DEMO_EVALUATORS.find((one) => one.by === organisation);
  if (!ties) throw new Error(`${organisation} says no ties`);
  return Object.fromEntries(
    LANGUAGES.map((code) => [code, [ties.forum, ties.coordinator, ties.funder].map((tie) => tie[code]).join(' ')]),
  );
}
