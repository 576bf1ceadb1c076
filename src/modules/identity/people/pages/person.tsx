import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Aside, Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { roleState } from '../rules.ts';
import { heldName, heldSince, type RoleWords } from './parts/held.tsx';
import type { Listed } from './people.tsx';

interface PersonProps {
  readonly words: RoleWords;
  readonly person: Listed;
  /** When they were written down. */
  readonly since: string;
  /** A sign-in link that was made and not used yet: "works until 30 November 2026". */
  readonly waiting: { readonly id: string; readonly words: string } | null;
  readonly mayManage: boolean;
  /** A sentence instead of the button, when a link may not be made here. */
  readonly noLink: string | null;
  readonly mayClose: boolean;
  readonly at: (path: string) => string;
  readonly done: string | null;
}

/** One person of the forum: roles with their ends, the way in, the closing of the account. */
export const PersonPage = (props: PersonProps) => {
  const { words, person, since, done } = props;
  const { lang } = words;
  const closed = person.closedAt !== null;
  const contact = [person.phone, person.email].filter((line) => line !== null);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.pick(person.name)} lede={closed ? lang.t('identity.person.closed') : undefined} />
      <Aside
        main={
          <>
            <Roles {...props} />
            {props.mayManage && !closed ? <WayIn {...props} /> : null}
            {props.mayManage && !props.noLink && !closed && !person.demonstration ? <OnLetter {...props} /> : null}
            {props.mayClose && !closed ? <Closing {...props} /> : null}
          </>
        }
        aside={
          <Card>
            <Facts
              facts={[
                {
                  name: lang.t('identity.people.contact'),
                  value: contact.join(', ') || lang.t('identity.people.no_contact'),
                },
                { name: lang.t('identity.people.language'), value: lang.t(`core.language.${person.language}`) },
                { name: lang.t('identity.person.since'), value: since },
              ]}
            />
          </Card>
        }
      />
    </>
  );
};

const Roles = ({ words, person, mayManage, at }: PersonProps) => {
  const { lang } = words;
  return (
    <Section title={lang.t('identity.people.roles')}>
      <Stack>
        <Table
          lang={lang}
          caption={lang.t('identity.people.roles')}
          quietCaption
          rows={person.roles}
          rowKey={(role) => role.id}
          columns={[
            { id: 'role', head: lang.t('identity.field.role'), lead: true, cell: (role) => heldName(words, role) },
            { id: 'when', head: lang.t('identity.person.when'), cell: (role) => heldSince(words, role) },
            {
              id: 'act',
              head: lang.t('identity.person.end_head'),
              cell: (role) =>
                mayManage && ['held', 'future'].includes(roleState(role, words.today)) ? (
                  <Link
                    href={at(`/people/${person.id}/roles/${role.id}/closure`)}
                    label={lang.t('identity.person.end_this', { role: heldName(words, role) })}
                  >
                    {lang.t('identity.person.end')}
                  </Link>
                ) : null,
            },
          ]}
        />
        {mayManage && person.closedAt === null ? (
          <p>
            <ButtonLink href={at(`/people/${person.id}/roles/new`)} second>
              {lang.t('identity.person.grant')}
            </ButtonLink>
          </p>
        ) : null}
      </Stack>
    </Section>
  );
};

const WayIn = ({ words: { lang }, person, waiting, noLink, at }: PersonProps) => (
  <Section title={lang.t('identity.person.way_in')} id="link">
    {noLink ? (
      <p>{noLink}</p>
    ) : (
      <Stack>
        <p>{lang.t('identity.person.link_about')}</p>
        {waiting ? (
          <>
            <p class="quiet">{waiting.words}</p>
            <form method="post" action={at(`/people/${person.id}/links/${waiting.id}/withdrawal`)}>
              <button class="plain" type="submit">
                {lang.t('identity.person.withdraw_link')}
              </button>
            </form>
          </>
        ) : null}
        <form class="acts" method="post" action={at(`/people/${person.id}/links`)}>
          {person.email ? (
            <button class="btn" type="submit" name="send" value="yes">
              {waiting
                ? lang.t('identity.person.invite_again', { email: person.email })
                : lang.t('identity.person.invite', { email: person.email })}
            </button>
          ) : null}
          <button class={person.email ? 'btn second' : 'btn'} type="submit">
            {lang.t('identity.person.make_link')}
          </button>
        </form>
      </Stack>
    )}
  </Section>
);

/** What the person asked for in a letter. */
const OnLetter = ({ words: { lang }, person, at }: PersonProps) => (
  <Section title={lang.t('identity.personal.by_letter')} id="data">
    <p>{lang.t('identity.personal.on_letter')}</p>
    <p class="acts">
      <Link href={at(`/people/${person.id}/correction`)}>
        {lang.t('identity.personal.correct_of', { name: lang.pick(person.name) })}
      </Link>
      <Link href={at(`/people/${person.id}/erasure`)}>
        {lang.t('identity.personal.erase_of', { name: lang.pick(person.name) })}
      </Link>
    </p>
  </Section>
);

const Closing = ({ words: { lang }, person, at }: PersonProps) => (
  <Section title={lang.t('identity.person.close')}>
    <Stack>
      <p>{lang.t('identity.person.close_about')}</p>
      <p>
        <ButtonLink href={at(`/people/${person.id}/closure`)} second>
          {lang.t('identity.person.close')}
        </ButtonLink>
      </p>
    </Stack>
  </Section>
);
