import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { EvidenceRow } from '../reports/schema.ts';
import { WITHHELD } from '../withheld/rules.ts';
import type { CellSeen, Story } from './rules.ts';
import type { Dossier } from './schema.ts';

/**
 * One measure for machines: what the page says, as data. Days are ISO 8601; texts are objects by language; `null` is
 * unknown and never zero. Evaluations that are not public yet are left out by the caller.
 * `origin`: scheme and host, for the addresses of files.
 */
export function measureJson(dossier: Dossier, story: Story, forum: Forum, day: PlainDate, origin = '') {
  const { measure, plan } = dossier;
  const bodyOf = (id: string) => dossier.bodies.find((body) => body.id === id) ?? { id, slug: null, name: null };
  const piecesOf = (evidence: readonly EvidenceRow[]) =>
    evidence.map(({ kind, title, url, forum_id, file_id, on_day: on }) => {
      return { kind, title, url: file_id ? `${origin}/files/${forum_id}/${file_id}` : url, on };
    });
  return {
    demonstration: forum.demonstration,
    as_of: day,
    plan: { slug: plan.slug, title: plan.title, kind: plan.kind, rendering: plan.rendering },
    number: story.now.number,
    title: story.now.title,
    text: story.now.text,
    first_text: measure.text,
    starts_on: story.now.starts_on,
    due_on: story.now.due_on,
    due_text: story.now.due_text,
    withdrawn: dossier.withdrawal && { on: dossier.withdrawal.on_day, decision: dossier.withdrawal.decision },
    source_url: measure.source_url,
    local_executor: measure.local_executor,
    late: story.sum.late,
    voices_differ: story.sum.differs,
    executors: story.cells.map((cell) => cellJson(cell, bodyOf, piecesOf, withheldFrom(dossier))),
    indicators: dossier.indicators.map((indicator) => ({
      text: indicator.text,
      unit: indicator.unit,
      baseline:
        indicator.baseline_value === null
          ? null
          : { value: indicator.baseline_value, on: indicator.baseline_on, source: indicator.baseline_source },
      targets: dossier.targets
        .filter((row) => row.indicator_id === indicator.id)
        .map(({ due_on, value, from_day, to_day }) => ({ due_on, value, from_day, to_day })),
      actuals: dossier.actuals
        .filter((row) => row.indicator_id === indicator.id)
        .map(({ on_day, value, numerator, base, voice, source }) => ({
          on: on_day,
          value,
          numerator,
          base,
          voice,
          source,
        })),
    })),
    amendments: story.amendments.map(({ row, changes }) => ({
      effective_on: row.effective_on,
      decision: row.decision,
      changes,
    })),
  };
}

/** Since when and because of which demand a text is left out; null where it is shown. */
const withheldFrom =
  ({ withheld }: Dossier) =>
  (type: string, id: string) => {
    const found = withheld?.of(type, id);
    return found ? { since: found.on, demand: found.demand } : null;
  };

function cellJson(
  cell: CellSeen,
  bodyOf: (id: string) => unknown,
  piecesOf: (evidence: readonly EvidenceRow[]) => unknown,
  withheld: (type: string, id: string) => unknown,
) {
  return {
    body: bodyOf(cell.row.body_id),
    role: cell.row.role,
    from: cell.row.from_day,
    to: cell.row.to_day,
    executor_says: cell.executor.word,
    with_evidence: cell.executor.proven,
    civil_society_finds: cell.civil.word,
    late: cell.late,
    updates: cell.updates.map(({ row, evidence }) => ({
      on: row.on_day,
      state: row.state,
      text: row.text,
      ...(withheld(WITHHELD.update, row.id) ? { withheld: withheld(WITHHELD.update, row.id) } : {}),
      way: row.way,
      evidence: piecesOf(evidence),
    })),
    evaluations: cell.evaluations.map(({ row, evidence, reply, extension, silent }) => ({
      author: bodyOf(row.author_body_id),
      sent_on: row.sent_on,
      published_on: row.publishes_on,
      completion: row.completion,
      verifiable: row.verifiable,
      open_lens: row.open_lens,
      potential: row.potential,
      early_results: row.early_results,
      did_open: row.did_open,
      ...(withheld(WITHHELD.evaluation, row.id) ? { withheld: withheld(WITHHELD.evaluation, row.id) } : {}),
      finding: row.finding,
      method: row.method,
      ties: row.ties,
      evidence: piecesOf(evidence),
      reply_until: row.reply_until,
      extended: extension && { until: extension.until_day, reason: extension.reason },
      reply: reply && {
        on: reply.on_day,
        in_time: reply.on_day <= row.reply_until,
        text: reply.text,
        withheld: withheld(WITHHELD.reply, reply.id),
      },
      no_reply_by: silent ? row.reply_until : null,
    })),
  };
}
