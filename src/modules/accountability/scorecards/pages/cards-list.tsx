import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { AccountabilityTabs } from '../../pages/parts/tabs.tsx';
import { cardPath, scoreOfCard } from '../rules.ts';
import type { Card, Formula } from '../schema.ts';
import { scoreWords } from './parts/rows.tsx';
import { CardChip, classWords } from './parts/state.tsx';

export interface ListedCard {
  readonly card: Card;
  readonly name: string;
}

interface ListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly today: PlainDate;
  readonly shows: (part: string) => boolean;
  readonly formula: Formula | null;
  /** The newest public scorecard of each body, by class, in the order of the alphabet. */
  readonly classes: readonly (readonly ListedCard[])[];
  /** What is with bodies, or being decided. */
  readonly waiting: readonly ListedCard[];
  /** Where the formula is written; null for all but its keepers. */
  readonly keeping: string | null;
  /** The bodies that can be counted; null for all but those who count. */
  readonly sending: readonly { readonly value: string; readonly label: string }[] | null;
  readonly done: string | null;
  /** The form that chooses a body, as it was refused a moment ago. */
  readonly of: Filled;
}

/** Scorecards of bodies, like beside like: never a ranking. */
export const CardsList = (props: ListProps) => {
  const { lang, at, shows, formula, classes, keeping, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('accountability.scorecards.title')} lede={lang.t('accountability.scorecards.lede')} />
      <AccountabilityTabs lang={lang} at={at} current="scorecards" shows={shows} />
      {formula === null ? (
        <Empty
          level={2}
          title={lang.t('accountability.scorecards.none')}
          next={
            keeping ? <ButtonLink href={keeping}>{lang.t('accountability.scorecards.formula.set')}</ButtonLink> : null
          }
        >
          {lang.t('accountability.scorecards.none_text')}
        </Empty>
      ) : (
        <Stack>
          <p>
            <Link href={at('/scorecards/formula')}>
              {lang.t('accountability.scorecards.formula.by', { version: formula.version })}
            </Link>
          </p>
          {classes.length === 0 ? <p>{lang.t('accountability.scorecards.none_public')}</p> : null}
          {classes.map((listed) => (
            <ClassTable key={listed[0]!.card.id} {...props} listed={listed} />
          ))}
          {classes.length > 0 ? <p class="quiet">{lang.t('accountability.scorecards.no_order')}</p> : null}
          <Waiting {...props} />
          <Sending {...props} />
          <p>
            <Link href={at('/scorecards.csv')}>{lang.t('accountability.scorecards.csv')}</Link>
          </p>
        </Stack>
      )}
    </>
  );
};

const ClassTable = ({ lang, at, listed }: ListProps & { readonly listed: readonly ListedCard[] }) => (
  <Table
    lang={lang}
    caption={classWords(lang, listed[0]!.card)}
    even
    rows={listed}
    rowKey={({ card }) => card.id}
    columns={[
      {
        id: 'body',
        head: lang.t('accountability.scorecards.body'),
        lead: true,
        cell: ({ card, name }) => <Link href={at(cardPath(card))}>{name}</Link>,
      },
      {
        id: 'score',
        head: lang.t('accountability.scorecards.score_head'),
        cell: ({ card }) => scoreWords(lang, scoreOfCard(card)),
      },
      {
        id: 'known',
        head: lang.t('accountability.scorecards.known'),
        number: true,
        cell: ({ card }) =>
          lang.t('accountability.scorecards.n_of', {
            n: card.rows.reduce((sum, { n }) => sum + n, 0),
            of: card.rows.reduce((sum, { of }) => sum + of, 0),
          }),
      },
      {
        id: 'on',
        head: lang.t('accountability.scorecards.counted_on'),
        short: true,
        cell: ({ card }) => lang.shortDate(card.sentOn),
      },
    ]}
  />
);

const Waiting = ({ lang, at, waiting, today }: ListProps) =>
  waiting.length === 0 ? null : (
    <Section title={lang.t('accountability.scorecards.waiting')} id="waiting">
      <ul class="plainlist">
        {waiting.map(({ card, name }) => (
          <li key={card.id}>
            <Link href={at(cardPath(card))}>
              {lang.t('accountability.scorecards.of', { number: card.number, body: name })}
            </Link>{' '}
            <CardChip lang={lang} card={card} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  );

const Sending = ({ lang, at, sending, of }: ListProps) =>
  sending === null ? null : (
    <Section title={lang.t('accountability.scorecards.sending.title')} id="send">
      <Form of={of} method="get" action={at('/scorecards/new')} deed={lang.t('accountability.scorecards.sending.look')}>
        <SelectField
          of={of}
          name="body"
          label={lang.t('accountability.scorecards.body')}
          none={lang.t('accountability.scorecards.sending.choose')}
          options={sending}
        />
      </Form>
    </Section>
  );
