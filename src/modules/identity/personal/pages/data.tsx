import type { OwnEntry } from '#core/audit/by-person.ts';
import type { ReadingRow } from '#core/audit/readings.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ownFacts } from './parts/facts.tsx';

/** What was read of one person, in the words of the page. */
export interface DataSeen {
  readonly readings: readonly ReadingRow[];
  readonly readers: ReadonlyMap<string, string>;
  readonly entries: readonly OwnEntry[];
}

interface DataProps extends DataSeen {
  readonly lang: Lang;
  readonly facts: Parameters<typeof ownFacts>[1];
  /** Name and address of a forum by its id; null: the installation. */
  readonly forum: (id: string) => { readonly name: string; readonly href: string } | null;
  readonly roleName: (role: string) => string;
  readonly moment: (at: Date) => string;
  readonly at: (path: string) => string;
  readonly done: string | null;
  /** Made-up people: nothing to change. */
  readonly fixed: boolean;
}

/** All that is held about the person who looks, who looked at it, and what can be done about it. */
export const DataPage = (props: DataProps) => {
  const { lang, facts, at, done, fixed } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('identity.personal.title')} lede={lang.t('identity.personal.lede')} />
      <Section title={lang.t('identity.personal.held')}>
        <Stack>
          <Facts facts={ownFacts(lang, facts)} />
          <p class="acts">
            {fixed ? null : (
              <ButtonLink href={at('/me/data/correction')}>{lang.t('identity.personal.correct')}</ButtonLink>
            )}
            <Link href={at('/me/data.json')}>{lang.t('identity.personal.export')}</Link>
            {fixed ? null : <Link href={at('/me/data/erasure')}>{lang.t('identity.personal.erase')}</Link>}
          </p>
          <p class="quiet small">{lang.t('identity.personal.kept')}</p>
        </Stack>
      </Section>
      <Readings {...props} />
      <Entries {...props} />
    </>
  );
};

const Readings = ({ lang, readings, readers, roleName, forum }: DataProps) => (
  <Section title={lang.t('identity.personal.readings')} id="readings">
    {readings.length === 0 ? (
      <p>{lang.t('identity.personal.readings_none')}</p>
    ) : (
      <Table
        lang={lang}
        caption={lang.t('identity.personal.readings_about')}
        rows={readings}
        rowKey={(row) => `${row.day}${row.readerId}${row.what}${row.forumId}`}
        columns={[
          { id: 'day', head: lang.t('identity.personal.when'), lead: true, cell: (row) => lang.date(row.day) },
          {
            id: 'who',
            head: lang.t('identity.personal.who'),
            cell: (row) => [readers.get(row.readerId), roleName(row.readerRole)].filter(Boolean).join(', '),
          },
          { id: 'what', head: lang.t('identity.personal.what'), cell: (row) => lang.say({ key: row.what }) },
          { id: 'where', head: lang.t('identity.me.forum'), cell: (row) => forum(row.forumId)?.name ?? '' },
        ]}
      />
    )}
  </Section>
);

const Entries = ({ lang, entries, forum, moment }: DataProps) => (
  <Section title={lang.t('identity.personal.entries')} id="entries">
    {entries.length === 0 ? (
      <p>{lang.t('identity.personal.entries_none')}</p>
    ) : (
      <Table
        lang={lang}
        caption={lang.t('identity.personal.entries_about')}
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          {
            id: 'at',
            head: lang.t('identity.personal.when'),
            lead: true,
            cell: (entry) => {
              const href = entry.path ? forum(entry.forumId)?.href : undefined;
              return href ? <Link href={`${href}${entry.path}`}>{moment(entry.at)}</Link> : moment(entry.at);
            },
          },
          { id: 'where', head: lang.t('identity.me.forum'), cell: (entry) => forum(entry.forumId)?.name ?? '' },
          {
            id: 'way',
            head: lang.t('identity.personal.way'),
            cell: (entry) =>
              wayWords(lang, { way: entry.way === 'paper' ? 'account' : entry.way, ref: null, day: null }) ?? '',
          },
        ]}
      />
    )}
  </Section>
);
