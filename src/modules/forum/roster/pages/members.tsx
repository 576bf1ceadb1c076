import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { DateField } from '#ui/field.tsx';
import { Figures } from '#ui/figures.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { CompositionTable } from '../../counts/pages/parts/composition.tsx';
import type { GroupFigures } from '../../counts/schema.ts';
import { ForumTabs } from '../../pages/parts/tabs.tsx';
import { countsOf } from '../rules.ts';
import type { Roster } from '../schema.ts';
import { GroupTable } from './parts/group-table.tsx';

interface MembersProps {
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
  readonly of: Filled;
  readonly roster: Roster;
  readonly today: PlainDate;
  /** First day on which there were seats; null: there are none. */
  readonly founded: PlainDate | null;
  readonly mayKeep: boolean;
  readonly mayImport: boolean;
  readonly figures: readonly GroupFigures[];
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** The members of the forum by group, of today or of another day. */
export const MembersPage = (props: MembersProps) => {
  const { of, roster, today, founded, mayKeep, figures, done, at, shows } = props;
  const { lang } = of;
  const rows = roster.groups.flatMap((group) => group.rows);
  const other = roster.day !== today;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      {other ? (
        <Notice warn title={lang.t('forum.members.other_day', { day: lang.date(roster.day) })}>
          <Link href={at('/members')}>{lang.t('forum.members.today')}</Link>
        </Notice>
      ) : null}
      <PageTitle title={lang.t('forum.members.title')} lede={lang.t('forum.members.lede')} />
      <ForumTabs lang={lang} at={at} current="members" shows={shows} />
      {rows.length === 0 ? (
        <Empty
          level={2}
          title={lang.t(founded ? 'forum.members.none_then' : 'forum.members.none')}
          next={mayKeep && !founded ? <Decide {...props} /> : null}
        >
          {founded ? lang.t('forum.members.founded_on', { day: lang.date(founded) }) : lang.t('forum.members.none_why')}
        </Empty>
      ) : (
        <>
          <Counted {...props} />
          {roster.groups.map((group) => (
            <GroupTable
              key={group.constituency.id}
              lang={lang}
              group={group}
              day={roster.day}
              reported={roster.reported}
              at={at}
            />
          ))}
          {roster.reported ? null : (
            <CompositionTable
              {...{ lang, figures, mayKeep, at }}
              names={new Map(roster.groups.map(({ constituency }) => [constituency.id, constituency.name]))}
            />
          )}
        </>
      )}
      {founded ? <More {...props} /> : null}
    </>
  );
};

const Counted = ({ of: { lang }, roster }: MembersProps) => {
  const counts = countsOf(roster.groups.flatMap((group) => group.rows));
  return (
    <Figures
      figures={[
        { value: lang.number(counts.seats), label: lang.t('forum.members.count_seats', { n: counts.seats }) },
        ...(roster.reported
          ? []
          : [
              { value: lang.number(counts.vacant), label: lang.t('forum.members.count_vacant', { n: counts.vacant }) },
              {
                value: lang.number(counts.unnamed),
                label: lang.t('forum.members.count_unnamed', { n: counts.unnamed }),
              },
            ]),
      ]}
    />
  );
};

const Decide = ({ of: { lang }, at, mayImport }: Pick<MembersProps, 'of' | 'at' | 'mayImport'>) => (
  <p class="acts">
    <ButtonLink href={at('/members/decisions/new')}>{lang.t('forum.composition.first')}</ButtonLink>
    {mayImport ? (
      <ButtonLink href={at('/members/import')} second>
        {lang.t('forum.sheets.title')}
      </ButtonLink>
    ) : null}
  </p>
);

/** Another day, the decisions behind the list, files, and for keepers the next decision. */
const More = ({ of, at, mayKeep, mayImport }: MembersProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('forum.members.more')} id="more">
      <Stack>
        <Form of={of} method="get" action={at('/members')} deed={lang.t('forum.members.show_day')}>
          <DateField of={of} name="day" label={lang.t('forum.members.day')} hint={lang.t('forum.members.day_hint')} />
        </Form>
        <ul>
          <li>
            <Link href={at('/members/decisions')}>{lang.t('forum.composition.title')}</Link>
          </li>
          <li>
            <Link href={at('/members/interests')}>{lang.t('forum.members.interests')}</Link>
          </li>
          <li>
            <Link href={at('/members/applications')}>{lang.t('forum.members.become')}</Link>
          </li>
          <li>
            <Link href={at('/members.csv')}>{lang.t('forum.members.csv')}</Link>
          </li>
          <li>
            <Link href={at('/members.json')}>{lang.t('forum.members.json')}</Link>
          </li>
        </ul>
        {mayKeep ? (
          <p class="acts">
            <ButtonLink href={at('/members/decisions/new')} second>
              {lang.t('forum.composition.next')}
            </ButtonLink>
            {mayImport ? (
              <ButtonLink href={at('/members/import')} second>
                {lang.t('forum.sheets.title')}
              </ButtonLink>
            ) : null}
          </p>
        ) : null}
      </Stack>
    </Section>
  );
};
