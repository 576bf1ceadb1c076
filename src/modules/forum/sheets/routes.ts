import { type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { tablesFromText } from '#core/sheets/lines.ts';
import { readTables } from '#core/sheets/read.ts';
import type { Table } from '#core/sheets/table.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayNameSpeakers } from '../access.ts';
import { again, formPage, stranger } from '../routes.ts';
import type { ForumNeeds } from '../schema.ts';
import { seatingOf } from '../seats/queries.ts';
import { importSeats, worldOf } from './commands.ts';
import { readBehind, readRows, rowsCarried } from './forms.ts';
import { DryRun } from './pages/dry-run.tsx';
import { ImportForm } from './pages/import-form.tsx';
import { judgeRows, withoutNames } from './rules.ts';

const HERE = '/members/import';

async function form(needs: ForumNeeds, web: Web, of: Filled): Promise<Answer> {
  const names = await needs.mayStorePeople(web.db, web.forum);
  const main = ImportForm({ of, names, action: web.at(`${HERE}/trial`), back: web.at('/members') });
  return formPage(web, web.lang.t('forum.sheets.title'), [], main, of);
}

/** The tables that were sent, as a file or pasted; they are read before any transaction. */
async function sent(posted: Posted): Promise<Result<readonly Table[]>> {
  const [file] = posted.files('file');
  const pasted = posted.all('pasted')[0] ?? '';
  if (!file && pasted.trim() === '')
    return refuseFields([{ field: 'file', message: message('forum.sheets.wrong_no_file') }]);
  const read = file ? await readTables(file.bytes, file.claimedName) : tablesFromText(pasted);
  const field = file ? 'file' : 'pasted';
  return read.ok ? read : refuse('bad_input', read.refusal.message, [{ field, message: read.refusal.message }]);
}

/** Looks at a table and shows what each row would do; writes nothing. */
async function trial(needs: ForumNeeds, web: Web, posted: Posted): Promise<Answer> {
  const { db, forum, lang } = web;
  const show = (made: Result<unknown>) => again(web, posted, made, (of) => form(needs, web, of));
  const [behind, tables] = [readBehind(posted), await sent(posted)];
  if (!behind.ok) return show(behind);
  if (!tables.ok) return show(tables);
  const seating = await seatingOf(db, forum.id);
  const last = Math.max(0, ...seating.seats.map(({ number }) => number));
  const names = await needs.mayStorePeople(db, forum);
  const read = readRows(tables.value, { names, last, day: behind.value.decidedOn });
  if (!read.ok) return show(refuseFields([{ field: 'file', message: read.refusal.message }]));
  const { rows, errors, unread, namesLeftOut } = read.value;
  const main = DryRun({
    ...{ lang, unread, namesLeftOut, action: web.at(HERE), back: web.at(HERE) },
    judged: judgeRows(rows, await worldOf(web, seating, rows)),
    unreadable: errors.map(({ line, fault }) => ({ line, why: fault.message })),
    hidden: {
      rows: JSON.stringify(rows),
      number: behind.value.number,
      decided_on: behind.value.decidedOn,
      source: behind.value.source,
    },
  });
  return formPage(web, lang.t('forum.sheets.dry'), [], main, filled(lang));
}

/** Seats and holders out of a table: the form, the trial, the deed. */
export const sheetRoutes = (needs: ForumNeeds): readonly Route[] => {
  const bringIn = importSeats(needs.roles);
  const named = (go: (web: Web, posted: Posted) => Promise<Answer> | Answer) => async (web: Web) => {
    const no = stranger(web, mayNameSpeakers(web.actor, web.forum));
    if (no) return no;
    const posted = await web.posted();
    return posted.ok ? go(web, posted.value) : refused(posted.refusal);
  };
  return [
    get(
      HERE,
      async (web) => stranger(web, mayNameSpeakers(web.actor, web.forum)) ?? form(needs, web, filled(web.lang)),
    ),
    post(
      `${HERE}/trial`,
      named((web, posted) => trial(needs, web, posted)),
    ),
    post(
      HERE,
      named(async (web, posted) => {
        const [behind, rows] = [readBehind(posted), rowsCarried(posted.all('rows')[0] ?? '')];
        if (!behind.ok) return refused(behind.refusal);
        if (!rows.ok) return refused(rows.refusal);
        // The duties may have been answered differently since the trial: names never come in without them.
        const names = await needs.mayStorePeople(web.db, web.forum);
        const allowed = names ? rows.value : rows.value.map((row) => withoutNames(row));
        const made = await web.perform(bringIn, { ...behind.value, rows: [...allowed] });
        return made.ok ? redirect(`${web.at('/members')}?done=imported`) : refused(made.refusal);
      }),
    ),
  ];
};
