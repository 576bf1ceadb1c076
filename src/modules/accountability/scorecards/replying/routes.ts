import type { Refusal } from '#core/errors/result.ts';
import type { FileStore } from '#core/files/store.ts';
import { takeUploads } from '#core/files/take.ts';
import { withDeed } from '#core/http/deed-address.ts';
import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { numberIn } from '../../reports/forms.ts';
import { namesOf } from '../../reports/routes.ts';
import { mayKeepCards, mayReply } from '../access.ts';
import { readDecision, readReply } from '../forms.ts';
import { cardAt, crumbsOf, guarded, noCard, placesOf } from '../routes.ts';
import { cardPath } from '../rules.ts';
import type { Card, Remark } from '../schema.ts';
import { decideRemark, replyToCard } from './commands.ts';
import { DecisionForm } from './pages/decision-form.tsx';
import { ReplyForm } from './pages/reply-form.tsx';

/** The body replies to its scorecard; keepers decide each remark. */
export const replyRoutes = (files: FileStore): readonly Route[] => [
  get('/scorecards/:number/reply', async (web) => {
    const paper = web.url.searchParams.get('way') === 'paper';
    const card = await cardFor(web, paper);
    return isCard(card) ? replyPage(web, card, filled(web.lang), paper) : card;
  }),
  post('/scorecards/:number/reply', (web) => reply(files, web)),
  get('/scorecards/:number/remarks/:position', (web) =>
    withRemark(web, async (card, remark) => decisionPage(web, card, remark, filled(web.lang))),
  ),
  post('/scorecards/:number/remarks/:position', (web) => withRemark(web, (card, remark) => decide(web, card, remark))),
];

const isCard = (found: Card | Answer): found is Card => 'rows' in found && 'sentOn' in found;

/** The scorecard of the address when this person may reply to it; the same "no" for all others. */
async function cardFor(web: Web, paper: boolean): Promise<Card | Answer> {
  const card = await cardAt(web);
  const verdict = paper ? mayKeepCards(web.actor, web.forum) : mayReply(web.actor, card, web.forum);
  if (!card || !verdict.may)
    return refused({
      kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden',
      message: message('accountability.scorecards.denied.reply'),
    });
  return card.reply ? refused({ kind: 'conflict', message: message('accountability.scorecards.wrong.replied') }) : card;
}

const nameOf = async (web: Web, { body }: Card): Promise<string> => (await namesOf(web, [body])).get(body)?.name ?? '–';

async function replyPage(web: Web, card: Card, of: Filled, paper: boolean): Promise<Answer> {
  const main = ReplyForm({
    ...{ of, card, paper, body: await nameOf(web, card), today: web.today, ...(await placesOf(web, card.body)) },
    ...{ action: withDeed(web, `${cardPath(card)}/reply`), back: web.at(cardPath(card)) },
  });
  const title = web.lang.t('accountability.scorecards.replying.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page(
    { title, menu: 'accountability', crumbs: crumbsOf(web, card), noindex: true, secret: true, main },
    status,
  );
}

async function reply(files: FileStore, web: Web): Promise<Answer> {
  const read = await web.posted();
  if (!read.ok) return refused(read.refusal);
  const posted = read.value;
  const paper = posted.text('way') === 'paper';
  const card = await cardFor(web, paper);
  if (!isCard(card)) return card;
  const again = ({ message: what, fields }: Pick<Refusal, 'message' | 'fields'>) =>
    replyPage(web, card, filled(web.lang, keep(posted), fields ?? [{ field: 'none', message: what }]), paper);
  const rows = card.rows.map(({ key }) => key);
  const given = readReply(posted, rows, { language: web.lang.code, paper, today: web.today });
  if (!given.ok) return again(given.refusal);
  const scans = await takeUploads(files, paper ? posted.files('scan') : [], 'evidence');
  if (!scans.ok) return again(scans.refusal);
  const { remarks, paper: letter } = given.value;
  const made = await web.perform(replyToCard, {
    ...{ card: card.id, remarks: [...remarks], paper: letter && { ...letter, scan: scans.value[0] ?? null } },
  });
  return made.ok ? redirect(`${web.at(made.value.path)}?done=replied`) : again(made.refusal);
}

const withRemark = (web: Web, then: (card: Card, remark: Remark) => Promise<Answer>): Promise<Answer> =>
  guarded(web, mayKeepCards(web.actor, web.forum), async () => {
    const card = await cardAt(web);
    const position = numberIn(web.params.position);
    const remark = card?.remarks.find((one) => one.position === position);
    if (!card || !remark) return noCard;
    return remark.decision
      ? refused({ kind: 'conflict', message: message('accountability.scorecards.wrong.decided') })
      : then(card, remark);
  });

async function decisionPage(web: Web, card: Card, remark: Remark, of: Filled): Promise<Answer> {
  const here = cardPath(card);
  const main = DecisionForm({
    ...{ of, card, remark, body: await nameOf(web, card), withheld: await web.withheld(web.forum.id) },
    ...{ action: web.at(`${here}/remarks/${remark.position}`), back: `${web.at(here)}#remarks` },
  });
  const title = web.lang.t('accountability.scorecards.deciding.title');
  const status = of.errors.length > 0 ? 422 : 200;
  return page(
    { title, menu: 'accountability', crumbs: crumbsOf(web, card), noindex: true, secret: true, main },
    status,
  );
}

async function decide(web: Web, card: Card, remark: Remark): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = readDecision(posted.value, remark.row, web.lang.code);
  const made = given.ok ? await web.perform(decideRemark, { ...given.value, remark: remark.id }) : given;
  if (made.ok) return redirect(`${web.at(made.value.path)}?done=decided#remarks`);
  const errors = made.refusal.fields ?? [{ field: 'taken', message: made.refusal.message }];
  return decisionPage(web, card, remark, filled(web.lang, keep(posted.value), errors));
}
