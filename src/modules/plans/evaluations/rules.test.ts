import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import { EXECUTOR_STATES } from '../measures/schema.ts';
import type { ExecutorVoice, ExecutorWord } from '../reports/rules.ts';
import type { EvaluationId } from '../reports/schema.ts';
import {
  agreement,
  type CivilWord,
  civilVoice,
  isJudgeInOwnCause,
  isPublished,
  mayExtend,
  publishesOn,
  silentAt,
} from './rules.ts';
import { COMPLETIONS, type Completion } from './schema.ts';

const START = day('2026-01-01');
const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(START, n));

describe('the reply window', () => {
  it('ends in publication by itself, or on the day of the reply', () => {
    const until = day('2026-10-23');
    expect(publishesOn(until, null)).toBe('2026-10-24');
    expect(publishesOn(until, day('2026-10-20'))).toBe('2026-10-20');
    expect(publishesOn(until, day('2026-10-23'))).toBe('2026-10-23');
    expect(publishesOn(until, day('2026-11-02'))).toBe('2026-10-24');
  });

  it('never lets silence hold publication back by more than a day', () => {
    fc.assert(
      fc.property(someDay, fc.option(someDay), (until, replied) => {
        const day = publishesOn(until, replied);
        expect(day <= addDays(until, 1)).toBe(true);
        if (replied !== null && replied <= until) expect(day).toBe(replied);
      }),
    );
  });

  it('is extended once, in time, and not after the reply', () => {
    const open = { replyUntil: day('2026-10-23'), extended: false, replied: false, extensionDays: 5 };
    expect(mayExtend(open, day('2026-10-23'))).toBe(true);
    expect(mayExtend(open, day('2026-10-24'))).toBe(false);
    expect(mayExtend({ ...open, extended: true }, day('2026-10-20'))).toBe(false);
    expect(mayExtend({ ...open, replied: true }, day('2026-10-20'))).toBe(false);
    expect(mayExtend({ ...open, extensionDays: 0 }, day('2026-10-20'))).toBe(false);
  });

  it('says who stayed silent', () => {
    const evaluation = { reply_until: day('2026-10-23') };
    expect(silentAt(evaluation, null, day('2026-10-23'))).toBe(false);
    expect(silentAt(evaluation, null, day('2026-10-24'))).toBe(true);
    expect(silentAt(evaluation, day('2026-10-23'), day('2026-11-24'))).toBe(false);
    expect(silentAt(evaluation, day('2026-10-30'), day('2026-11-24'))).toBe(true);
  });
});

describe("civil society's voice", () => {
  const made = (id: string, completion: Completion, on: string) => ({
    id: id as EvaluationId,
    completion,
    publishes_on: day(on),
  });
  const list = [made('2', 'substantial', '2026-06-10'), made('1', 'limited', '2026-03-10')];

  it('is the latest that is public; before that it does not exist', () => {
    expect(civilVoice(list, day('2026-03-09')).word).toBe('not_assessed');
    expect(civilVoice(list, day('2026-03-10')).word).toBe('limited');
    expect(civilVoice(list, day('2026-06-10'))).toEqual({ word: 'substantial', evaluation: '2', on: '2026-06-10' });
    expect(isPublished(list[0]!, day('2026-06-09'))).toBe(false);
  });

  it('never speaks in own cause', () => {
    const cells = [{ body_id: 'excom' }, { body_id: 'ngo-1' }];
    expect(isJudgeInOwnCause('ngo-1', cells)).toBe(true);
    expect(isJudgeInOwnCause('ngo-2', cells)).toBe(false);
  });
});

describe('agreement', () => {
  const executor = (word: ExecutorWord, proven = true): ExecutorVoice => ({ word, proven, on: null, update: null });
  const civil = (word: CivilWord) => ({ word, evaluation: null, on: null });

  it('is the whole table', () => {
    const rows = [
      executor('no_report'),
      executor('not_asked'),
      executor('not_started'),
      executor('under_way'),
      executor('under_way', false),
      executor('complete', false),
      executor('complete'),
    ];
    const columns: CivilWord[] = ['not_assessed', ...COMPLETIONS];
    const table = rows.map((e) => {
      const head = `${e.word}${e.proven ? '' : ' unproven'}`;
      return `${head.padEnd(20)}${columns.map((c) => agreement(e, civil(c)).padEnd(10)).join('')}`.trimEnd();
    });
    const head = `${''.padEnd(20)}${columns.map((c) => c.slice(0, 9).padEnd(10)).join('')}`.trimEnd();
    expect([head, ...table].join('\n')).toMatchInlineSnapshot(`
      "                    not_asses no_eviden not_start limited   substanti complete
      no_report           no_voice  one_voice one_voice one_voice one_voice one_voice
      not_asked           no_voice  one_voice one_voice one_voice one_voice one_voice
      not_started         one_voice agree     agree     differ    differ    differ
      under_way           one_voice differ    differ    agree     agree     differ
      under_way unproven  one_voice differ    differ    agree     agree     differ
      complete unproven   one_voice differ    differ    agree     agree     differ
      complete            one_voice differ    differ    differ    differ    agree"
    `);
  });

  it('differs only where two voices were heard, and every state of the executor has its own answer', () => {
    for (const word of EXECUTOR_STATES) {
      const agreeing = COMPLETIONS.filter((c) => agreement(executor(word), civil(c)) === 'agree');
      expect(agreeing.length).toBeGreaterThan(0);
      for (const other of EXECUTOR_STATES.filter((w) => w !== word))
        for (const c of agreeing) expect(agreement(executor(other), civil(c))).toBe('differ');
    }
  });
});
