import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayKeepSurveys } from '../../access.ts';
import { sayIn } from '../../questionnaires/rules.ts';
import { pathOf } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import { stranger } from '../../routes.ts';
import { anonymitySaid, remedySaid } from '../../statistics/anonymity/rules.ts';
import type { Anonymity, Row } from '../../statistics/anonymity/schema.ts';
import { type Countable, countableIn } from '../publishing/queries.ts';
import { splitName } from '../results/pages/parts/question.tsx';
import { crumbs, found } from '../results/routes.ts';
import type { Asked } from '../variables/schema.ts';
import { microdataCodebook, microdataCsv, rScript, type Say, spssSyntax, stataDo } from './api.ts';
import { releaseMicrodata } from './commands.ts';
import { type Found, MicrodataPage } from './pages/microdata-page.tsx';
import { checkedIn, preparedNow, releaseOf } from './queries.ts';
import { chosenOf, columnsFault, columnsIn, isKnown } from './rules.ts';
import type { Chosen, Microdata } from './schema.ts';

/** Combinations that are listed; more help nobody. */
const MOST_LISTED = 30;

const variableIn =
  (web: Web) =>
  (one: Pick<Asked, 'name' | 'words'>): string =>
    splitName(web.lang, sayIn(web), one);

const sayingIn = (web: Web): Say => ({
  variable: variableIn(web),
  code: ({ codes }, code) => sayIn(web)(codes.find((one) => one.code === code)?.words ?? {}, code),
  silence: (silence) => web.lang.t('surveys.analysis.microdata.silence', { silence }),
});

/** A file of the rows that went out. */
const file =
  (type: string, write: (content: Microdata, say: Say, csv: string) => string) =>
  async (web: Web): Promise<Answer> => {
    const at = await found(web);
    if ('kind' in at) return at;
    const release = await releaseOf(web.db, web.forum.id, at.round.id);
    if (!release) return refused({ kind: 'not_found', message: message('surveys.analysis.microdata.none') });
    const body = write(release.content, sayingIn(web), 'microdata.csv');
    return { kind: 'file', type: `${type}; charset=utf-8`, body, cacheable: true };
  };

interface Preparing {
  readonly round: Round;
  readonly countable: Countable;
}

async function preparing(web: Web): Promise<Preparing | Answer> {
  const denied = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (denied) return denied;
  const at = await found(web);
  if ('kind' in at) return at;
  const { round, latest } = at;
  const conflict = (fault: Message) => refused({ kind: 'conflict', message: fault });
  if (round.declaration.officeHolders) return conflict(message('surveys.statistics.anonymity.office'));
  if (!latest) return conflict(message('surveys.analysis.microdata.wrong.unpublished', { number: round.number }));
  if (await checkedIn(web.db, web.forum.id, round.id)) return conflict(message('surveys.analysis.microdata.wrong.out'));
  const countable = await countableIn(web.db, web.forum.id, round);
  return countable ? { round, countable } : refused({ kind: 'not_found', message: message('surveys.round.none') });
}

async function form(web: Web, at: Preparing, chosen: Chosen, errors: Filled['errors'] = []): Promise<Answer> {
  const { round, countable } = at;
  const columns = columnsIn(countable.splits, countable.asked);
  // Nothing is chosen yet: all stand ticked, and the check is asked for by hand.
  const begins = !web.url.searchParams.has('columns') && chosen.columns.length === 0;
  const ticked = begins ? columns.map(({ name }) => name) : chosen.columns;
  const main = MicrodataPage({
    of: filled(web.lang, { ...chosen, columns: ticked }, errors),
    ...{ over: web.lang.pick(round.declaration.title), here: web.at(pathOf(round)), chosen },
    columns: columns.map((one) => ({ name: one.name, label: variableIn(web)(one), known: isKnown(one) })),
    found: begins ? null : await checkFound(web, at, columns, chosen),
  });
  const title = web.lang.t('surveys.analysis.microdata.title');
  const status = errors.length > 0 ? 422 : 200;
  return page({ title, crumbs: crumbs(web, round), menu: 'surveys', main, noindex: true, secret: true }, status);
}

/** What the check of the chosen columns says, in the words of the questions. */
async function checkFound(
  web: Web,
  { round, countable }: Preparing,
  columns: readonly Asked[],
  chosen: Chosen,
): Promise<Found> {
  const none = { safe: false, few: [], hidden: [], helps: [] };
  const fault = columnsFault(chosenOf(columns, chosen), round.declaration);
  const prepared = fault ? null : await preparedNow(web.db, web.forum.id, round, countable, chosen);
  if (!prepared) return { ...none, said: fault ?? message('surveys.analysis.microdata.none') };
  const { check, givenBack } = prepared;
  const say = sayingIn(web);
  const nameOf = (name: string): string => variableIn(web)(columns.find((one) => one.name === name)!);
  if (givenBack.length > 0)
    return {
      ...{ ...none, said: message('surveys.analysis.microdata.wrong.hidden', { n: givenBack.length }) },
      hidden: givenBack.map(({ rows, columns: by }) => (by ? `${nameOf(rows)} × ${nameOf(by)}` : nameOf(rows))),
    };
  const answers = (name: string, text: string): string => {
    const variable = prepared.content.variables.find((one) => one.name === name)!;
    if (text.startsWith('!')) return web.lang.t('surveys.analysis.microdata.silence', { silence: text.slice(1) });
    return text
      .split(' ')
      .map((code) => say.code(variable, code))
      .join(' + ');
  };
  const inWords = (of: Row): string =>
    Object.entries(of)
      .map(([name, text]) => `${nameOf(name)}: ${answers(name, text)}`)
      .join('; ');
  const few: Anonymity['few'] = [...check.few, ...check.alike];
  return {
    ...{ said: anonymitySaid(check, round.declaration.smallest), safe: check.verdict === 'safe', hidden: [] },
    few: few.slice(0, MOST_LISTED).map(({ of, n }) => ({ of: inWords(of), n })),
    // Codes are not merged here, so only what can be left out helps.
    helps: check.remedies.flatMap((one) => (one.what === 'drop' ? [remedySaid(one, nameOf(one.variable), '')] : [])),
  };
}

async function release(web: Web, at: Preparing): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const list = (field: string): readonly string[] =>
    posted.value.text(field).replace(/\r\n?/g, '\n').split('\n').filter(Boolean);
  const chosen: Chosen = { columns: list('columns'), known: list('known'), sensitive: list('sensitive') };
  const made = await web.perform(releaseMicrodata, { round: at.round.id, ...chosen });
  if (made.ok) return redirect(`${web.at(pathOf(at.round))}/results?done=released`);
  return made.refusal.fields ? form(web, at, chosen, made.refusal.fields) : refused(made.refusal);
}

/** Rows of answers of a round: for everybody when they are out, and the deed of its keepers. */
export const microdataRoutes: readonly Route[] = [
  get('/surveys/:number/microdata.csv', file('text/csv', microdataCsv)),
  get('/surveys/:number/microdata-codebook.csv', file('text/csv', microdataCodebook)),
  get('/surveys/:number/microdata.r', file('text/plain', rScript)),
  get('/surveys/:number/microdata.sps', file('text/plain', spssSyntax)),
  get('/surveys/:number/microdata.do', file('text/plain', stataDo)),
  get('/surveys/:number/microdata/new', async (web) => {
    const at = await preparing(web);
    if ('kind' in at) return at;
    const all = (field: string): readonly string[] => web.url.searchParams.getAll(field);
    return form(web, at, { columns: all('columns'), known: all('known'), sensitive: all('sensitive') });
  }),
  post('/surveys/:number/microdata/new', async (web) => {
    const at = await preparing(web);
    return 'kind' in at ? at : release(web, at);
  }),
];
