import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Person, RoleHeld } from '../../schema.ts';
import { roleState } from '../rules.ts';
import { HeldList, type RoleWords } from './parts/held.tsx';

/** A person of this forum with the roles held here. */
export interface Listed extends Person {
  readonly roles: readonly RoleHeld[];
}

interface PeopleProps {
  readonly words: RoleWords;
  readonly people: readonly Listed[];
  readonly deeds: readonly DeedLine[];
  readonly mayManage: boolean;
  readonly at: (path: string) => string;
  /** What was just done, as a sentence. */
  readonly done: string | null;
}

/** Open links for one deed, in the reader's words. */
export interface DeedLine {
  readonly id: string;
  readonly purpose: string;
  readonly body: string | null;
  readonly until: string;
  readonly madeBy: string | null;
}

/** Who works here, what they may do, and how they are reached: for the coordinator and the secretary. */
export const PeoplePage = ({ words, people, deeds, mayManage, at, done }: PeopleProps) => {
  const { lang } = words;
  const sorted = people.toSorted((a, b) => lang.compare(lang.pick(a.name), lang.pick(b.name)));
  const now = sorted.filter((person) => isHere(words, person));
  const past = sorted.filter((person) => !isHere(words, person));
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('identity.people.title')} lede={lang.t('identity.people.lede')} />
      <Section title={lang.t('identity.people.now')}>
        <Stack>
          {now.length === 0 ? (
            <Empty title={lang.t('identity.people.empty')}>{lang.t('identity.people.empty_next')}</Empty>
          ) : (
            <PeopleTable
              words={words}
              caption={lang.t('identity.people.caption', { n: now.length })}
              rows={now}
              at={at}
            />
          )}
          <div class="acts">
            {mayManage ? <ButtonLink href={at('/people/new')}>{lang.t('identity.people.add')}</ButtonLink> : null}
            <Link href={at('/people/roles')}>{lang.t('identity.roles.title')}</Link>
          </div>
        </Stack>
      </Section>
      {deeds.length > 0 ? <Deeds lang={lang} deeds={deeds} at={at} /> : null}
      {past.length > 0 ? (
        <Section title={lang.t('identity.people.past')} id="past">
          <PeopleTable words={words} caption={lang.t('identity.people.past')} quiet rows={past} at={at} />
        </Section>
      ) : null}
    </>
  );
};

const isHere = (words: RoleWords, person: Listed): boolean =>
  person.closedAt === null && person.roles.some((role) => ['held', 'future'].includes(roleState(role, words.today)));

interface PeopleTableProps {
  readonly words: RoleWords;
  readonly caption: string;
  readonly quiet?: boolean;
  readonly rows: readonly Listed[];
  readonly at: (path: string) => string;
}

const PeopleTable = ({ words, caption, quiet, rows, at }: PeopleTableProps) => {
  const { lang } = words;
  return (
    <Table
      lang={lang}
      caption={caption}
      quietCaption={quiet ?? false}
      rows={rows}
      rowKey={(person) => person.id}
      columns={[
        {
          id: 'name',
          head: lang.t('identity.field.name'),
          lead: true,
          cell: (person) => <Link href={at(`/people/${person.id}`)}>{lang.pick(person.name)}</Link>,
        },
        {
          id: 'roles',
          head: lang.t('identity.people.roles'),
          cell: (person) => <HeldList words={words} roles={person.roles} />,
        },
        {
          id: 'contact',
          head: lang.t('identity.people.contact'),
          cell: (person) => <Contact lang={lang} person={person} />,
        },
        {
          id: 'language',
          head: lang.t('identity.people.language'),
          cell: (person) => lang.t(`core.language.${person.language}`),
        },
      ]}
    />
  );
};

const Contact = ({ lang, person }: { readonly lang: Lang; readonly person: Person }) => {
  const lines = [person.phone, person.email].filter((line) => line !== null);
  if (lines.length === 0) return <span class="quiet">{lang.t('identity.people.no_contact')}</span>;
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
};

interface DeedsProps {
  readonly lang: Lang;
  readonly deeds: readonly DeedLine[];
  readonly at: (path: string) => string;
}

/** Links for one deed that are still open, each with a way to take it back. */
const Deeds = ({ lang, deeds, at }: DeedsProps) => (
  <Section title={lang.t('identity.deeds.open')} id="deeds">
    <Table
      lang={lang}
      caption={lang.t('identity.deeds.open_about')}
      rows={deeds}
      rowKey={(deed) => deed.id}
      columns={[
        { id: 'purpose', head: lang.t('identity.deeds.purpose'), lead: true, cell: (deed) => deed.purpose },
        { id: 'body', head: lang.t('identity.field.body'), cell: (deed) => deed.body },
        { id: 'until', head: lang.t('identity.deeds.until'), cell: (deed) => deed.until },
        { id: 'by', head: lang.t('identity.deeds.made_by'), cell: (deed) => deed.madeBy },
        {
          id: 'act',
          head: lang.t('identity.deeds.withdraw_head'),
          cell: (deed) => (
            <form method="post" action={at(`/people/deeds/${deed.id}/closure`)}>
              <button
                class="plain"
                type="submit"
                aria-label={lang.t('identity.deeds.withdraw_this', { purpose: deed.purpose })}
              >
                {lang.t('identity.deeds.withdraw')}
              </button>
            </form>
          ),
        },
      ]}
    />
  </Section>
);
