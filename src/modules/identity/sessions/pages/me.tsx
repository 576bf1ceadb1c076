import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { heldName, heldSince, type RoleWords } from '../../people/pages/parts/held.tsx';
import type { Person, RoleHeld } from '../../schema.ts';
import type { OwnSession } from '../queries.ts';

interface MeProps {
  readonly words: RoleWords;
  readonly person: Person;
  readonly roles: readonly RoleHeld[];
  /** Names of forums by id. */
  readonly forums: ReadonlyMap<string, string>;
  readonly sessions: readonly OwnSession[];
  /** A moment in the reader's words. */
  readonly moment: (at: Date) => string;
  readonly at: (path: string) => string;
  readonly done: string | null;
}

/** All that is held about the person who looks, and where they are signed in. */
export const MePage = ({ words, person, roles, forums, sessions, moment, at, done }: MeProps) => {
  const { lang } = words;
  const nothing = lang.t('identity.me.nothing');
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('identity.me.title')} lede={lang.t('identity.me.lede')} />
      <Section title={lang.t('identity.me.held')}>
        <Stack>
          <Facts
            facts={[
              { name: lang.t('identity.field.name'), value: lang.pick(person.name) },
              { name: lang.t('identity.people.language'), value: lang.t(`core.language.${person.language}`) },
              { name: lang.t('identity.field.email'), value: person.email ?? nothing },
              { name: lang.t('identity.field.phone'), value: person.phone ?? nothing },
              { name: lang.t('identity.person.since'), value: moment(person.createdAt) },
            ]}
          />
          <p class="quiet small">{lang.t('identity.me.who_sees')}</p>
          <p>
            <Link href={at('/me/data')}>{lang.t('identity.personal.see')}</Link>
          </p>
        </Stack>
      </Section>
      <Section title={lang.t('identity.me.roles')}>
        {roles.length === 0 ? (
          <p>{lang.t('identity.me.no_roles')}</p>
        ) : (
          <Table
            lang={lang}
            caption={lang.t('identity.me.roles')}
            quietCaption
            rows={roles}
            rowKey={(role) => role.id}
            columns={[
              { id: 'role', head: lang.t('identity.field.role'), lead: true, cell: (role) => heldName(words, role) },
              {
                id: 'forum',
                head: lang.t('identity.me.forum'),
                cell: (role) => forums.get(role.forum) ?? lang.t('identity.me.everywhere'),
              },
              { id: 'when', head: lang.t('identity.person.when'), cell: (role) => heldSince(words, role) },
            ]}
          />
        )}
      </Section>
      <Section title={lang.t('identity.me.sessions')} id="sessions">
        <Stack>
          <Sessions lang={lang} sessions={sessions} moment={moment} at={at} />
          <div class="acts">
            <ButtonLink href={at('/me/ways')} second>
              {lang.t('identity.ways.title')}
            </ButtonLink>
            <form method="post" action={at('/sign-out')}>
              <button class="btn second" type="submit">
                {lang.t('identity.me.sign_out')}
              </button>
            </form>
            {sessions.length > 1 ? (
              <form method="post" action={at('/me/sessions/others/closure')}>
                <button class="btn second" type="submit">
                  {lang.t('identity.me.end_others')}
                </button>
              </form>
            ) : null}
          </div>
        </Stack>
      </Section>
    </>
  );
};

type SessionsProps = Pick<MeProps, 'sessions' | 'moment' | 'at'> & { readonly lang: Lang };

const Sessions = ({ lang, sessions, moment, at }: SessionsProps) => (
  <Table
    lang={lang}
    caption={lang.t('identity.me.sessions_about')}
    rows={sessions}
    rowKey={(session) => session.id}
    columns={[
      {
        id: 'agent',
        head: lang.t('identity.me.device'),
        lead: true,
        cell: (session) => session.agent || lang.t('identity.me.unknown_device'),
      },
      { id: 'made', head: lang.t('identity.me.made'), cell: (session) => moment(session.madeAt) },
      { id: 'seen', head: lang.t('identity.me.seen'), cell: (session) => moment(session.seenAt) },
      {
        id: 'ends',
        head: lang.t('identity.me.ends'),
        cell: (session) => (session.shared ? lang.t('identity.me.ends_shared') : moment(session.endsAt)),
      },
      {
        id: 'act',
        head: lang.t('identity.me.end_head'),
        cell: (session) =>
          session.current ? (
            lang.t('identity.me.this_one')
          ) : (
            <form method="post" action={at(`/me/sessions/${session.id}/closure`)}>
              <button
                class="plain"
                type="submit"
                aria-label={lang.t('identity.me.end_this', {
                  device: session.agent || lang.t('identity.me.unknown_device'),
                })}
              >
                {lang.t('identity.me.end')}
              </button>
            </form>
          ),
      },
    ]}
  />
);
