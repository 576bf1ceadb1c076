import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { Empty } from '#ui/empty.tsx';
import { Columns, Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { SaidInline } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ForumTabs } from '../../pages/parts/tabs.tsx';
import { workingOn } from '../rules.ts';
import type { Group } from '../schema.ts';

interface GroupsProps {
  readonly lang: Lang;
  readonly groups: readonly Group[];
  readonly today: PlainDate;
  readonly mayKeep: boolean;
  readonly at: (path: string) => string;
  readonly shows: (part: string) => boolean;
}

/** The working groups, those at work first. */
export const GroupsPage = (props: GroupsProps) => {
  const { lang, groups, today, mayKeep, at, shows } = props;
  const past = groups.filter((one) => one.last !== null && one.last < today);
  const now = groups.filter((one) => !past.includes(one));
  return (
    <>
      <PageTitle title={lang.t('forum.groups.title')} lede={lang.t('forum.groups.lede')} />
      <ForumTabs lang={lang} at={at} current="groups" shows={shows} />
      {now.length === 0 ? (
        <Empty level={2} title={lang.t('forum.groups.none')} />
      ) : (
        <Columns>
          {now.map((group) => (
            <GroupCard key={group.id} {...props} group={group} level={2} />
          ))}
        </Columns>
      )}
      {mayKeep ? (
        <p>
          <ButtonLink href={at('/members/groups/new')} second>
            {lang.t('forum.groups.make')}
          </ButtonLink>
        </p>
      ) : null}
      {past.length > 0 ? (
        <Section title={lang.t('forum.groups.past')} id="past">
          <Columns>
            {past.map((group) => (
              <GroupCard key={group.id} {...props} group={group} level={3} />
            ))}
          </Columns>
        </Section>
      ) : null}
    </>
  );
};

const GroupCard = ({
  lang,
  today,
  at,
  group,
  level,
}: GroupsProps & { readonly group: Group; readonly level: 2 | 3 }) => (
  <Card
    title={
      <Link href={at(`/members/groups/${group.number}`)}>
        <ChosenText lang={lang} of={lang.choose(group.name)} />
      </Link>
    }
    level={level}
  >
    <p>
      <SaidInline lang={lang} texts={group.task} />
    </p>
    <p class="quiet small">
      {groupTime(lang, group)} · {lang.t('forum.groups.count', { n: workingOn(group, group.last ?? today).length })}
    </p>
  </Card>
);

/** "since 3 May 2026", or from when until when. */
export const groupTime = (lang: Lang, { from, last }: Pick<Group, 'from' | 'last'>): string =>
  last
    ? lang.t('forum.groups.from_until', { from: lang.shortDate(from), last: lang.shortDate(last) })
    : lang.t('forum.groups.since', { from: lang.shortDate(from) });
