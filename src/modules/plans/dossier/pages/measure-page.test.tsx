import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { structureSins } from '#core/http/testing/markup.ts';
import { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { SENTENCES } from '../../../../texts.gen.ts';
import { storyOf } from '../rules.ts';
import type { Deeds, Dossier } from '../schema.ts';
import { MeasurePage } from './measure-page.tsx';

const TODAY = day('2026-11-23');
const LONG = 'Özünüidarəetməninmüvəffəqiyyətləndirilməsininkoordinasiyalaşdırılması';
const only = (code: LanguageCode, text: string): Texts => ({ [code]: text });
const NO_DEEDS: Deeds = {
  ...{ takeDown: null, edit: null, amend: null, withdraw: null, milestones: null },
  ...{ report: new Map(), paper: new Map(), evaluate: new Map(), reportLink: new Map() },
  ...{ reply: new Map(), replyPaper: new Map(), extend: new Map(), replyLink: new Map() },
};

/** The worst measure there may be: many executors, long words, one language, no number and no day. */
function worst(executors: number, code: LanguageCode, said: boolean): Dossier {
  const cells = Array.from({ length: executors }, (_, i) => ({
    ...{ forum_id: 'f', id: `cell-${i}`, measure_id: 'm', plan_id: 'p', body_id: `body-${i}`, position: i },
    ...{ role: i === 0 ? 'lead' : 'co', from_day: i % 7 === 6 ? day('2026-08-01') : null },
    ...{ to_day: i % 11 === 10 ? day('2026-10-01') : null, amendment_in: i % 7 === 6 ? 'a-1' : null },
    ...{ amendment_out: i % 11 === 10 ? 'a-2' : null, update_id: null, executor_state: null },
    ...{ executor_proven: null, reported_on: null },
  }));
  const states = ['not_started', 'under_way', 'complete'] as const;
  const spoken = said ? cells.filter((_, i) => i % 2 === 0) : [];
  const updates = spoken.flatMap((cell, i) =>
    [1, 2].map((n) => ({
      ...{ forum_id: 'f', id: `update-${i}-${n}`, cell_id: cell.id, measure_id: 'm', on_day: addDays(TODAY, -9 * n) },
      ...{ state: states[(i + n) % 3]!, text: only(code, `${LONG}\n\n${LONG}\n${LONG}`), paper_ref: '14/2' },
      ...{ way: (['account', 'link', 'paper', 'import'] as const)[i % 4]!, entered_at: TODAY },
    })),
  );
  const completions = ['no_evidence', 'not_started', 'limited', 'substantial', 'complete'] as const;
  const evaluations = spoken.map((cell, i) => ({
    ...{ forum_id: 'f', id: `evaluation-${i}`, cell_id: cell.id, measure_id: 'm', completion: completions[i % 5]! },
    ...{ verifiable: 'ND', open_lens: 'yes', potential: 'unclear', early_results: 'none', did_open: 'worsened' },
    ...{ finding: only(code, LONG), method: only(code, LONG), ties: only(code, `${LONG}\n${LONG}`) },
    ...{ author_body_id: 'judge', sent_on: day('2026-11-01'), entered_at: TODAY },
    ...{ reply_until: addDays(TODAY, i % 3 === 0 ? 3 : -3), publishes_on: addDays(TODAY, i % 3 === 0 ? 4 : -2) },
  }));
  const amendments = [1, 2, 3].map((n) => ({
    ...{ forum_id: 'f', id: `a-${n}`, measure_id: 'm', effective_on: addDays(TODAY, n * 20 - 50), decision: LONG },
    ...{ decision_url: 'https://example.az', reason: only(code, LONG), new_number: n === 3 ? `9.${n}` : null },
    ...{ new_title: null, new_text: only(code, `${LONG} ${n}`), new_starts_on: null, new_due_on: null },
    ...{ new_budget_minor: n * 100, new_currency: 'AZN', entered_at: TODAY },
  }));
  return {
    plan: {
      ...{ forum_id: 'f', id: 'p', slug: 'plan', kind: 'local', title: only(code, LONG), rendering: false },
      ...{ executor_voice: 'asked', reply_days: 10, extension_days: 5, language: code },
    },
    measure: {
      ...{ forum_id: 'f', id: 'm', plan_id: 'p', point_id: null, number: null, slug: LONG.toLowerCase(), position: 0 },
      ...{ title: only(code, LONG), text: only(code, LONG.repeat(3)), starts_on: null, due_on: null, due_text: null },
      ...{
        budget_minor: null,
        currency: null,
        source_url: 'javascript:alert(1)',
        executors_text: LONG,
        added_on: null,
      },
    },
    ...{ point: null, withdrawal: null, milestones: [], closures: [], targets: [], actuals: [], places: [] },
    stages: [{ id: 's', stage: 'adopted', from_day: day('2026-01-01'), source: LONG, source_url: null }],
    reportDates: [{ id: 'r', due_on: day('2026-06-01') }],
    indicators: [{ id: 'i-000000000001', text: only(code, LONG), unit: null, baseline_value: null, position: 0 }],
    evidence: updates.map((update) => ({
      ...{ forum_id: 'f', id: `e-${update.id}`, update_id: update.id, evaluation_id: null, kind: 'event', title: LONG },
      ...{ url: null, file_id: null, on_day: null },
    })),
    replies: evaluations
      .filter((_, i) => i % 4 === 1)
      .map((evaluation) => ({
        ...{ id: `reply-${evaluation.id}`, evaluation_id: evaluation.id, on_day: day('2026-11-20'), way: 'account' },
        ...{ text: only(code, LONG), paper_ref: null },
      })),
    extensions: evaluations
      .filter((_, i) => i % 4 === 2)
      .map((evaluation) => ({
        ...{ id: `x-${evaluation.id}`, evaluation_id: evaluation.id, until_day: day('2026-11-25'), reason: LONG },
      })),
    bodies: [...cells.map((cell) => cell.body_id), 'judge'].map((id) => ({
      id,
      slug: id,
      name: only(code, `${LONG} ${id}`),
    })),
    ...{ localises: null, answeredBy: [], cells, updates, evaluations, amendments },
  } as unknown as Dossier;
}

const draw = (dossier: Dossier, code: LanguageCode, opened: string | null = null): string =>
  renderToString(
    <MeasurePage
      lang={new Lang(code, SENTENCES[code])}
      today={TODAY}
      dossier={dossier}
      story={storyOf(dossier, TODAY)}
      deeds={NO_DEEDS}
      at={(path) => `/${code}/x${path}`}
      base={`/${code}/x/plans/plan/measures/m`}
      notice={null}
      result={null}
      opened={opened}
      figures={[]}
    />,
  );

describe('the page of the worst measure', () => {
  it('is sound in every language, whatever language it was written in and however many executors it has', () => {
    for (const code of LANGUAGES)
      for (const written of LANGUAGES)
        for (const executors of [0, 1, 3, 5, 6, 80])
          for (const said of [true, false]) {
            const html = draw(worst(executors, written, said), code);
            expect([code, written, executors, said, structureSins(html)]).toEqual([code, written, executors, said, []]);
          }
  });

  it('marks what is written in another language', () => {
    const html = draw(worst(1, 'az', true), 'ru');
    expect(html).toContain(`<span lang="az">${LONG}</span>`);
    expect(html).toContain(SENTENCES.ru['core.only_in.az']);
    expect(draw(worst(1, 'az', true), 'az')).not.toContain('<span lang="az"');
  });

  it('of 80 executors opens one, and every one on demand', () => {
    const dossier = worst(80, 'az', true);
    const cards = (html: string): number => html.split('class="say ').length - 1;
    const rows = (html: string): number => html.split('<th scope="row"').length - 1;
    const first = draw(dossier, 'az');
    // Three of the seven that left were never spoken of.
    expect([cards(first) > 1, cards(first) < 12, rows(first)]).toEqual([true, true, 77]);
    for (const body of ['body-3', 'body-79', 'body-10'])
      expect(draw(dossier, 'az', body)).toContain(`${LONG} ${body} <small`);
    expect(draw(dossier, 'az', 'nobody')).toBe(first);
    expect(draw(worst(80, 'az', false), 'az')).not.toContain('class="say ');
  });

  it('keeps a report that is owed in sight although there are older ones', () => {
    const { text } = { text: draw(worst(1, 'az', true), 'az') };
    expect(text).not.toContain('verilməli idi');
    const dossier = worst(1, 'az', true);
    const old = dossier.updates.map((update) => ({
      ...update,
      on_day: day('2026-01-02'),
      state: 'under_way' as const,
    }));
    const dates = ['2026-03-01', '2026-06-01'].map((due_on) => ({ id: due_on, due_on: day(due_on) }));
    const owing = { ...dossier, updates: old, reportDates: dates } as unknown as Dossier;
    expect(draw(owing, 'az')).toContain('verilməli idi');
  });

  it('follows no address that is none of the web', () => {
    expect(draw(worst(1, 'az', true), 'az')).not.toContain('javascript:');
  });
});
