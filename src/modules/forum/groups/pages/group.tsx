import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Said } from '#ui/said.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { memberSpan, workingOn } from '../rules.ts';
import type { Group, GroupMember } from '../schema.ts';
import { groupTime } from './groups.tsx';

export interface GroupPageProps {
  readonly lang: Lang;
  readonly group: Group;
  readonly today: PlainDate;
  /** The number and the organisation of a seat, when the member joined, by the id of the member. */
  readonly seats: ReadonlyMap<string, { readonly number: number; readonly body: Texts }>;
  /** Names of organisations from outside by their id. */
  readonly bodies: ReadonlyMap<string, Texts>;
  readonly mayKeep: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** One working group: its task, who works in it, who leads it, by which decisions. */
export const GroupPage = (props: GroupPageProps) => {
  const { lang, group, today, mayKeep, done, at } = props;
  const here = at(`/members/groups/${group.number}`);
  const now = workingOn(group, group.last !== null && group.last < today ? group.last : today);
  const past = group.members.filter((one) => !now.includes(one));
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('forum.groups.one')}
        title={<ChosenText lang={lang} of={lang.choose(group.name)} />}
        lede={groupTime(lang, group)}
      />
      <Section title={lang.t('forum.groups.task')} id="task">
        <Said lang={lang} texts={group.task} />
      </Section>
      <Section title={lang.t('forum.groups.members')} id="members">
        {now.length === 0 ? (
          <p class="quiet">{lang.t('forum.groups.nobody')}</p>
        ) : (
          <Members {...props} rows={now} here={here} />
        )}
      </Section>
      {past.length > 0 ? (
        <Section title={lang.t('forum.groups.past_members')} id="past">
          <Members {...props} rows={past} here={here} />
        </Section>
      ) : null}
      <Section title={lang.t('forum.groups.about')} id="about">
        <Facts
          facts={[
            {
              name: lang.t('forum.groups.made_by'),
              value: group.url ? <Link href={group.url}>{group.decision}</Link> : group.decision,
            },
            { name: lang.t('forum.groups.ended_by'), value: group.end?.decision },
            {
              name: lang.t('forum.composition.entered'),
              value: group.from < group.enteredOn ? lang.date(group.enteredOn) : null,
            },
          ]}
        />
      </Section>
      {mayKeep && !group.end ? (
        <p class="acts">
          <ButtonLink href={`${here}/members/new`}>{lang.t('forum.groups.join')}</ButtonLink>
          <ButtonLink href={`${here}/closure`} second>
            {lang.t('forum.groups.end')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
};

const Members = (props: GroupPageProps & { readonly rows: readonly GroupMember[]; readonly here: string }) => {
  const { lang, group, rows, here, mayKeep } = props;
  return (
    <Table
      lang={lang}
      caption={lang.t('forum.groups.members')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'who', head: lang.t('forum.members.organisation'), lead: true },
          cell: (one) => <Who {...props} one={one} />,
        },
        {
          ...{ id: 'as', head: lang.t('forum.groups.as') },
          cell: ({ leads, seat }) =>
            lang.t(leads ? 'forum.groups.lead' : seat ? 'forum.groups.member' : 'forum.groups.expert'),
        },
        {
          ...{ id: 'when', head: lang.t('forum.groups.when') },
          cell: (one) => (
            <>
              {groupTime(lang, memberSpan(group, one))}
              {mayKeep && one.last === null && !group.end ? (
                <div>
                  <Link href={`${here}/members/${one.id}/closure`}>{lang.t('forum.groups.leave')}</Link>
                </div>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
};

function Who({ lang, seats, bodies, at, one }: GroupPageProps & { readonly one: GroupMember }) {
  const seat = seats.get(one.id);
  if (seat) return <Link href={at(`/members/${seat.number}`)}>{lang.pick(seat.body)}</Link>;
  return (
    <>
      {lang.pick(bodies.get(one.body ?? '') ?? {})}
      {one.post ? (
        <div class="quiet small">
          <ChosenText lang={lang} of={lang.choose(one.post)} />
        </div>
      ) : null}
    </>
  );
}
