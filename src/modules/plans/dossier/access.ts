import type { Actor } from '#core/actor.ts';
import type { Forum } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import {
  evaluatesFor,
  mayAuthor,
  mayEnterPaper,
  mayEvaluate,
  mayExtendReply,
  mayReply,
  mayReport,
  mayWritePlans,
  REPLY_DEED,
  REPORT_DEED,
} from '../access.ts';
import { mayExtend } from '../evaluations/rules.ts';
import { isAdopted } from '../plan/rules.ts';
import type { CellSeen, EvaluationSeen, Story } from './rules.ts';
import type { Deeds, Dossier } from './schema.ts';

interface Reader {
  readonly actor: Actor;
  readonly today: PlainDate;
  /** Where the page is read: a national plan is worked on in the pages of the national register only. */
  readonly forum: Forum;
  /** Address of the measure. */
  readonly base: string;
  /** Where staff make a link for one deed. */
  readonly linkPage: (command: string, object: string) => string;
  /** Where staff write down a demand to take a thing down. */
  readonly takeDown: (type: string, id: string) => string;
}

/** For a visitor without an account or a link there is nothing to do on a measure but to read it. */
export const NO_DEEDS: Deeds = {
  ...{ edit: null, amend: null, withdraw: null, takeDown: null, milestones: null },
  ...{ report: new Map(), paper: new Map(), reportLink: new Map(), evaluate: new Map() },
  ...{ reply: new Map(), replyPaper: new Map(), replyLink: new Map(), extend: new Map() },
};

/** Which deeds stand on the page for this reader. The commands ask again; this only shows or hides. */
export function deedsOf(reader: Reader, dossier: Dossier, story: Story): Deeds {
  if (reader.actor.kind === 'nobody') return NO_DEEDS;
  const own = dossier.plan.forum_id === reader.forum.id;
  const staff = own && mayWritePlans(reader.actor, reader.forum).may;
  const adopted = isAdopted(story.stage);
  const standing = !story.withdrawn && story.stage !== 'draft' && story.stage !== 'consultation';
  const cells = standing && own ? story.cells.filter((cell) => cell.active) : [];
  return {
    // After adoption the page of editing leads on to what may still be changed, and how.
    edit: staff ? `${reader.base}/edit` : null,
    amend: staff && adopted && !story.withdrawn ? `${reader.base}/amendments/new` : null,
    withdraw: staff && adopted && !story.withdrawn ? `${reader.base}/withdrawal` : null,
    takeDown: own && mayEnterPaper(reader.actor, reader.forum.id).may ? reader.takeDown : null,
    milestones: staff && adopted ? `${reader.base}/milestones` : null,
    ...reportDeeds(reader, dossier, cells),
    ...evaluationDeeds(reader, dossier, own ? story.cells : []),
  };
}

const addresses = <T>(
  rows: readonly T[],
  id: (row: T) => string,
  may: (row: T) => boolean,
  address: (row: T) => string,
) => new Map(rows.filter(may).map((row) => [id(row), address(row)] as const));

function reportDeeds({ actor, base, linkPage }: Reader, dossier: Dossier, cells: readonly CellSeen[]) {
  const asked = dossier.plan.executor_voice === 'asked' ? cells : [];
  const forum = dossier.plan.forum_id;
  const id = (cell: CellSeen) => cell.row.id;
  return {
    report: addresses(
      asked,
      id,
      (cell) => actor.kind !== 'system' && mayReport(actor, cell.row).may,
      (cell) => `${base}/updates/new?cell=${cell.row.id}`,
    ),
    paper: addresses(
      asked,
      id,
      () => mayEnterPaper(actor, forum).may,
      (cell) => `${base}/updates/new?cell=${cell.row.id}&way=paper`,
    ),
    reportLink: addresses(
      asked,
      id,
      () => mayAuthor(actor, forum).may,
      (cell) => linkPage(REPORT_DEED, cell.row.id),
    ),
    evaluate: addresses(
      cells,
      id,
      (cell) => evaluatesFor(actor, forum).some((body) => mayEvaluate(actor, body, cell.row, dossier.cells).may),
      (cell) => `${base}/evaluations/new?cell=${cell.row.id}`,
    ),
  };
}

function evaluationDeeds({ actor, base, today, linkPage }: Reader, dossier: Dossier, cells: readonly CellSeen[]) {
  const pairs = cells.flatMap((cell) => cell.evaluations.filter((seen) => !seen.reply).map((seen) => ({ cell, seen })));
  type Pair = { cell: CellSeen; seen: EvaluationSeen };
  const id = ({ seen }: Pair) => seen.row.id;
  const address = ({ seen }: Pair) => `${base}/evaluations/${seen.row.id}`;
  const forum = dossier.plan.forum_id;
  return {
    reply: addresses(
      pairs,
      id,
      ({ cell, seen }) => mayReply(actor, seen.row, cell.row).may,
      (pair) => `${address(pair)}/reply`,
    ),
    replyPaper: addresses(
      pairs,
      id,
      () => mayEnterPaper(actor, forum).may,
      (pair) => `${address(pair)}/reply?way=paper`,
    ),
    replyLink: addresses(
      pairs,
      id,
      () => mayAuthor(actor, forum).may,
      ({ seen }) => linkPage(REPLY_DEED, seen.row.id),
    ),
    extend: addresses(
      pairs,
      id,
      ({ cell, seen }) =>
        mayExtendReply(actor, cell.row).may &&
        mayExtend(
          {
            replyUntil: seen.row.reply_until,
            extended: seen.extension !== null,
            replied: false,
            extensionDays: dossier.plan.extension_days,
          },
          today,
        ),
      (pair) => `${address(pair)}/extension`,
    ),
  };
}
