import { describe, expect, it } from 'vitest';
import { type Actor, NOBODY, SYSTEM } from '#core/actor.ts';
import type { Verdict } from '#core/command.ts';
import { REFERENCE } from '#core/forum.ts';
import { day } from '#core/time/plain-date.ts';
import {
  mayAuthor,
  mayEvaluate,
  mayExtendReply,
  mayReadEvaluation,
  mayReadPlan,
  mayReply,
  mayReport,
  mayWritePlans,
  REPLY_DEED,
  REPORT_DEED,
} from './access.ts';
import type { CellId } from './measures/schema.ts';
import type { EvaluationId } from './reports/schema.ts';

const FORUM = 'forum';
const person = (role: string, body: string | null = null, forum: string | null = FORUM): Actor => ({
  kind: 'person',
  id: 'somebody',
  name: 'Somebody',
  roles: [{ role, forum, body }],
});
const link = (command: string, object: string, body: string | null = 'excom'): Actor => ({
  kind: 'link',
  deed: { id: 'deed', command, object, forum: FORUM, body },
  person: null,
});
const cell = { forum_id: FORUM, id: 'cell' as CellId, body_id: 'excom' };
const evaluation = { id: 'evaluation' as EvaluationId, author_body_id: 'ngo', publishes_on: day('2026-10-24') };
const may = (verdict: Verdict): boolean => verdict.may;

describe('who writes plans', () => {
  it('is coordinator and secretary of that very forum; for national plans the operator', () => {
    expect([person('coordinator'), person('secretary'), SYSTEM].map((a) => may(mayAuthor(a, FORUM)))).toEqual([
      true,
      true,
      true,
    ]);
    const others = [
      NOBODY,
      person('member', 'excom'),
      person('evaluator', 'ngo'),
      person('coordinator', null, 'other'),
    ];
    expect(others.filter((a) => may(mayAuthor(a, FORUM)))).toEqual([]);
    expect(may(mayAuthor(person('coordinator'), REFERENCE))).toBe(false);
    expect(may(mayAuthor(person('operator', null, null), REFERENCE))).toBe(true);
    expect(may(mayWritePlans(person('coordinator'), { id: FORUM, kind: 'record' }))).toBe(false);
  });

  it('sees drafts; everybody sees what comes after', () => {
    expect(may(mayReadPlan(NOBODY, FORUM, 'draft'))).toBe(false);
    expect(may(mayReadPlan(person('coordinator'), FORUM, 'draft'))).toBe(true);
    expect(may(mayReadPlan(NOBODY, FORUM, 'consultation'))).toBe(true);
  });
});

describe('who speaks', () => {
  it('for a cell is its own body, or the holder of a link for exactly this deed on it', () => {
    expect(may(mayReport(person('executor', 'excom'), cell))).toBe(true);
    expect(may(mayReport(person('member', 'excom'), cell))).toBe(true);
    expect(may(mayReport(person('alternate', 'excom'), cell))).toBe(true);
    expect(may(mayReport(person('helper'), cell))).toBe(false);
    expect(may(mayReport(person('executor', 'other'), cell))).toBe(false);
    expect(may(mayReport(person('coordinator'), cell))).toBe(false);
    expect(may(mayReport(link(REPORT_DEED, 'cell'), cell))).toBe(true);
    expect(may(mayReport(link(REPORT_DEED, 'another cell'), cell))).toBe(false);
    expect(may(mayReport(link(REPLY_DEED, 'cell'), cell))).toBe(false);
    expect(may(mayReport(link(REPORT_DEED, 'cell', 'other'), cell))).toBe(false);
  });

  it('never judges in own cause', () => {
    const cells = [{ body_id: 'excom' }, { body_id: 'ngo-executor' }];
    expect(may(mayEvaluate(person('evaluator', 'ngo'), 'ngo', cell, cells))).toBe(true);
    expect(may(mayEvaluate(person('evaluator', 'ngo-executor'), 'ngo-executor', cell, cells))).toBe(false);
    expect(may(mayEvaluate(person('evaluator', 'ngo'), 'another', cell, cells))).toBe(false);
    expect(may(mayEvaluate(person('member', 'ngo'), 'ngo', cell, cells))).toBe(false);
    expect(may(mayEvaluate(SYSTEM, 'ngo-executor', cell, cells))).toBe(false);
  });

  it('answers an evaluation when it was evaluated', () => {
    expect(may(mayReply(person('executor', 'excom'), evaluation, cell))).toBe(true);
    expect(may(mayReply(link(REPLY_DEED, 'evaluation'), evaluation, cell))).toBe(true);
    expect(may(mayReply(person('evaluator', 'ngo'), evaluation, cell))).toBe(false);
    expect(may(mayReply(person('coordinator'), evaluation, cell))).toBe(false);
    expect(may(mayExtendReply(person('coordinator'), cell))).toBe(true);
    expect(may(mayExtendReply(person('evaluator', 'ngo'), cell))).toBe(false);
  });
});

it('an evaluation is read before its day by its author, by whom it judges, and by staff', () => {
  const reads = (actor: Actor, on: string) => may(mayReadEvaluation(actor, evaluation, cell, day(on)));
  const inside = [person('evaluator', 'ngo'), person('executor', 'excom'), person('secretary')];
  expect(inside.map((actor) => reads(actor, '2026-10-23'))).toEqual([true, true, true]);
  const outside = [NOBODY, person('evaluator', 'another'), person('member', 'other'), link(REPORT_DEED, 'cell')];
  expect(outside.filter((actor) => reads(actor, '2026-10-23'))).toEqual([]);
  expect(outside.every((actor) => reads(actor, '2026-10-24'))).toBe(true);
});
