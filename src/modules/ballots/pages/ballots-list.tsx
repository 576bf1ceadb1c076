import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf, stateOf } from '../rules.ts';
import type { Ballot, State } from '../schema.ts';
import { verdictWords } from './parts/verdict.tsx';
import { type At, momentWords, StateOf } from './parts/words.tsx';

interface ListProps {
  readonly lang: Lang;
  readonly at: At;
  readonly zone: string;
  readonly now: Date;
  readonly ballots: readonly Ballot[];
  readonly mayKeep: boolean;
  readonly tabs: ComponentChildren;
}

const GROUPS = [
  ['now', ['open', 'waiting']],
  ['coming', ['written']],
  ['past', ['closed', 'withdrawn']],
] as const satisfies readonly (readonly [string, readonly State[]])[];

/** What is voted on now, what will be, and what was decided. */
export const BallotsList = (props: ListProps) => {
  const { lang, at, ballots, mayKeep, tabs, now } = props;
  return (
    <>
      <PageTitle title={lang.t('ballots.title')} lede={lang.t('ballots.lede')} />
      {tabs}
      <Stack>
        {mayKeep ? (
          <p class="acts">
            <ButtonLink href={at('/ballots/new')}>{lang.t('ballots.writing.new')}</ButtonLink>
          </p>
        ) : null}
        {ballots.length === 0 ? (
          <Empty level={2} title={lang.t('ballots.none')}>
            {lang.t('ballots.none_why')}
          </Empty>
        ) : null}
        {GROUPS.map(([group, states]) => {
          const own = ballots.filter((one) => (states as readonly State[]).includes(stateOf(one, now)));
          return own.length === 0 ? null : <Group key={group} {...props} group={group} ballots={own} />;
        })}
      </Stack>
    </>
  );
};

const Group = ({ lang, at, zone, now, ballots, group }: ListProps & { readonly group: (typeof GROUPS)[number][0] }) => (
  <Section title={lang.t(`ballots.group.${group}`)} id={group}>
    <Table
      lang={lang}
      caption={lang.t(`ballots.group.${group}`)}
      quietCaption
      rows={ballots}
      rowKey={(one) => one.id}
      columns={[
        { ...{ id: 'number', head: lang.t('ballots.number'), mark: true }, cell: (one) => `${one.number}.` },
        {
          ...{ id: 'title', head: lang.t('ballots.what'), lead: true },
          cell: (one) => <Link href={at(pathOf(one))}>{lang.pick(one.title)}</Link>,
        },
        {
          ...{ id: 'kind', head: lang.t('ballots.kind_head') },
          cell: (one) => lang.t(`ballots.kind.${one.kind}`),
        },
        {
          ...{ id: 'state', head: lang.t('ballots.state_head') },
          cell: (one) => (one.closure ? verdictWords(lang, one) : <StateOf lang={lang} state={stateOf(one, now)} />),
        },
        {
          ...{ id: 'when', head: lang.t('ballots.when'), short: true },
          cell: (one) => whenOf(lang, zone, one),
        },
      ]}
    />
  </Section>
);

function whenOf(lang: Lang, zone: string, { closure, withdrawal, opening, closesAt }: Ballot): string | null {
  if (closure) return lang.shortDate(closure.on);
  if (withdrawal) return lang.shortDate(withdrawal.on);
  const until = opening ? opening.closesAt : closesAt;
  return until ? lang.t('ballots.until', { moment: momentWords(lang, zone, until) }) : null;
}
