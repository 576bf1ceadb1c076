import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type CardState, decidedRows, FEWEST_ALIKE, middleOf, scoreOf, scoreOfCard, stateOn } from '../rules.ts';
import type { Card, Remark } from '../schema.ts';
import { Remarks } from './parts/remarks.tsx';
import { CardRows, scoreWords } from './parts/rows.tsx';
import { CardChip, classWords } from './parts/state.tsx';

interface CardPageProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly today: PlainDate;
  readonly card: Card;
  readonly body: { readonly name: string; readonly href: string | null };
  /** Are these eyes to see what it says? Before it is public only the body and those who made it. */
  readonly open: boolean;
  /** Public scorecards of other bodies of the same class, by the same formula. */
  readonly alike: readonly Card[];
  readonly withheld: WithheldThings;
  readonly deeds: { readonly reply: string | null; readonly link: string | null; readonly paper: string | null };
  readonly deciding: ((remark: Remark) => string) | null;
  readonly takeDown: ((type: string, id: string) => string) | null;
  readonly reports: ((number: number) => string) | null;
  readonly checklist: string | null;
  readonly done: string | null;
}

/** The scorecard of one body: its score, the rows that it counts, what the body says of it and what was decided. */
export const CardPage = (props: CardPageProps) => {
  const { lang, at, card, body, open, done, today } = props;
  const rows = decidedRows(card.rows, card.remarks);
  const state = stateOn(card, today);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('accountability.scorecards.one', { number: card.number })}
        title={body.name}
        lede={
          open
            ? lang.t('accountability.scorecards.said', {
                score: scoreWords(lang, scoreOf(rows, card.enough)),
                date: lang.date(card.sentOn),
              })
            : waits(lang, card, state, 'waits')
        }
        state={<CardChip lang={lang} card={card} today={today} />}
      />
      <Stack>
        {open && state !== 'public' ? <p>{waits(lang, card, state, 'early')}</p> : null}
        <Deeds {...props} />
        {open ? <Opened {...props} /> : null}
        {body.href ? (
          <p>
            <Link href={body.href}>{lang.t('accountability.scorecards.page_of')}</Link>
          </p>
        ) : null}
        <p>
          <Link href={at(`/scorecards/formula#version-${card.version}`)}>
            {lang.t('accountability.scorecards.formula.by', { version: card.version })}
          </Link>
        </p>
        <p>
          <Link href={at(`/history/scorecard/${card.id}`)}>{lang.t('accountability.scorecards.history')}</Link>
        </p>
      </Stack>
    </>
  );
};

/** Until when it is not public, to those who read it already (`early`) and to everybody else. */
const waits = (lang: Lang, { replyUntil }: Card, state: CardState, to: 'waits' | 'early'): string =>
  state === 'deciding'
    ? lang.t(`accountability.scorecards.${to}.deciding`)
    : lang.t(`accountability.scorecards.${to}.with_body`, { date: lang.date(replyUntil) });

const Opened = (props: CardPageProps) => {
  const { lang, card, alike } = props;
  const rows = decidedRows(card.rows, card.remarks);
  const before = scoreOf(card.rows, card.enough);
  const changed = before !== scoreOf(rows, card.enough);
  const middle = middleOf(alike.map(scoreOfCard));
  return (
    <>
      {changed ? (
        <p>{lang.t('accountability.scorecards.before_remarks', { score: scoreWords(lang, before) })}</p>
      ) : null}
      <Remarks {...props} body={props.body.name} />
      <Section title={lang.t('accountability.scorecards.alike')}>
        <p>
          {middle === null
            ? lang.t('accountability.scorecards.alike_few', {
                class: classWords(lang, card),
                n: alike.length,
                least: FEWEST_ALIKE,
              })
            : lang.t('accountability.scorecards.alike_middle', {
                class: classWords(lang, card),
                n: alike.length,
                score: scoreWords(lang, middle),
              })}
        </p>
      </Section>
      <Section title={lang.t('accountability.scorecards.counted')}>
        <CardRows {...props} rows={rows} decided={takenRows(card)} />
      </Section>
    </>
  );
};

const takenRows = ({ rows, remarks }: Card): ReadonlyMap<string, number | null> => {
  const taken = remarks.flatMap(({ row, decision }) => (decision?.taken && decision.counted !== null ? [row] : []));
  return new Map(rows.flatMap(({ key, value }) => (taken.includes(key) ? [[key, value] as const] : [])));
};

const Deeds = ({ lang, deeds }: CardPageProps) => {
  const { reply, link, paper } = deeds;
  if (!reply && !link && !paper) return null;
  return (
    <p class="acts">
      {reply ? <ButtonLink href={reply}>{lang.t('accountability.scorecards.replying.deed')}</ButtonLink> : null}
      {link ? (
        <ButtonLink href={link} second>
          {lang.t('accountability.scorecards.replying.link')}
        </ButtonLink>
      ) : null}
      {paper ? (
        <ButtonLink href={paper} second>
          {lang.t('accountability.scorecards.replying.paper')}
        </ButtonLink>
      ) : null}
    </p>
  );
};
