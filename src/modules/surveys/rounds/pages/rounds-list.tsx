import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf, stageOf } from '../rules.ts';
import type { Round, RoundStage } from '../schema.ts';

interface RoundsListProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly today: PlainDate;
  readonly rounds: readonly Round[];
  /** Where whoever looks is an interviewer. */
  readonly mine: readonly { readonly round: Round; readonly done: number; readonly wanted: number | null }[];
  readonly mayKeep: boolean;
  readonly tabs: ComponentChildren;
}

const GROUPS = [
  ['now', ['running']],
  ['coming', ['before']],
  ['past', ['over', 'closed', 'given_up']],
] as const satisfies readonly (readonly [string, readonly RoundStage[]])[];

/** What is asked now, what will be, what was. */
export const RoundsList = ({ lang, at, today, rounds, mine, mayKeep, tabs }: RoundsListProps) => (
  <>
    <PageTitle title={lang.t('surveys.doing')} lede={lang.t('surveys.list.lede')} />
    {tabs}
    <Stack>
      {mayKeep ? (
        <p class="acts">
          <ButtonLink href={at('/surveys/new')}>{lang.t('surveys.declaring.new')}</ButtonLink>
        </p>
      ) : null}
      {mine.length > 0 ? (
        <Section title={lang.t('surveys.list.mine')} id="mine">
          <ul>
            {mine.map(({ round, done, wanted }, i) => (
              <li key={`${round.id} ${i}`}>
                <Link href={at(pathOf(round))}>{lang.pick(round.declaration.title)}</Link>:{' '}
                {wanted === null
                  ? lang.t('surveys.progress.all', { n: done })
                  : lang.t('surveys.progress.of', { done: lang.number(done), wanted: lang.number(wanted) })}
                {stageOf(round, today) === 'running' && round.declaration.modes.includes('desk') ? (
                  <>
                    {' '}
                    <Link href={at(`${pathOf(round)}/desk`)}>{lang.t('surveys.list.interview')}</Link>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {rounds.length === 0 ? (
        <Empty level={2} title={lang.t('surveys.list.none')}>
          {lang.t('surveys.list.none_why')}
        </Empty>
      ) : null}
      {GROUPS.map(([group, stages]) => {
        const own = rounds.filter((one) => (stages as readonly RoundStage[]).includes(stageOf(one, today)));
        return own.length === 0 ? null : (
          <Section key={group} title={lang.t(`surveys.list.${group}`)} id={group}>
            <Table
              lang={lang}
              caption={lang.t(`surveys.list.${group}`)}
              quietCaption
              rows={own}
              rowKey={({ id }) => id}
              columns={[
                {
                  ...{ id: 'number', head: lang.t('surveys.list.number'), mark: true },
                  cell: ({ number }) => `${number}.`,
                },
                {
                  ...{ id: 'title', head: lang.t('surveys.list.title'), lead: true },
                  cell: (one) => <Link href={at(pathOf(one))}>{lang.pick(one.declaration.title)}</Link>,
                },
                {
                  ...{ id: 'sampling', head: lang.t('surveys.declaring.sampling') },
                  cell: ({ declaration }) => lang.t(`surveys.sampling.${declaration.sampling}`),
                },
                {
                  ...{ id: 'stage', head: lang.t('surveys.list.stage') },
                  cell: (one) => lang.t(`surveys.stage.${stageOf(one, today)}`),
                },
                {
                  ...{ id: 'until', head: lang.t('surveys.list.until'), short: true },
                  cell: ({ closure, declaration }) => lang.shortDate(closure?.on ?? declaration.until),
                },
              ]}
            />
          </Section>
        );
      })}
    </Stack>
  </>
);
