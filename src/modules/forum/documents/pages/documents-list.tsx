import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ForumTabs } from '../../pages/parts/tabs.tsx';
import type { Document, State, Version } from '../schema.ts';
import { VersionStateChip } from './parts/version-state.tsx';

/** One document as a line: the version that a reader is shown, and its state. */
export interface Line {
  readonly document: Document;
  readonly shown: Version;
  readonly state: State;
}

interface DocumentsListProps {
  readonly lang: Lang;
  readonly lines: readonly Line[];
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  /** Whether there is a founding procedure to be read. */
  readonly founding: boolean;
  /** Which kinds of pages this reader sees. */
  readonly shows: (part: string) => boolean;
  readonly done: string | null;
}

/** What this forum may decide and how: its documents, the rules they make, and how it was founded. */
export const DocumentsList = ({ lang, lines, at, mayKeep, founding, shows, done }: DocumentsListProps) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle title={lang.t('forum.documents.title')} lede={lang.t('forum.documents.lede')} />
    <ForumTabs lang={lang} at={at} current="documents" shows={shows} />
    {mayKeep ? (
      <p class="acts">
        <ButtonLink href={at('/documents/new')}>{lang.t('forum.documents.new.title')}</ButtonLink>
      </p>
    ) : null}
    {lines.length === 0 ? (
      <Empty title={lang.t('forum.documents.none')} level={2}>
        {lang.t('forum.documents.none_why')}
      </Empty>
    ) : (
      <Table
        lang={lang}
        caption={lang.t('forum.documents.title')}
        quietCaption
        rows={lines}
        rowKey={({ document }) => document.id}
        columns={[
          {
            ...{ id: 'title', head: lang.t('forum.documents.document'), lead: true },
            cell: ({ document }) => (
              <Link href={at(`/documents/${document.slug}`)}>
                <ChosenText lang={lang} of={lang.choose(document.title)} />
              </Link>
            ),
          },
          {
            ...{ id: 'version', head: lang.t('forum.documents.version'), number: true },
            cell: ({ shown }) => String(shown.number),
          },
          {
            ...{ id: 'state', head: lang.t('forum.documents.state_head') },
            cell: ({ state }) => <VersionStateChip lang={lang} state={state} />,
          },
          {
            ...{ id: 'force', head: lang.t('forum.documents.in_force_from') },
            cell: ({ shown }) => forceOf(lang, shown.adoption?.inForceOn ?? null),
          },
        ]}
      />
    )}
    <ul class="sec">
      <li>
        <Link href={at('/rules')}>{lang.t('forum.rulebook.in_force.title')}</Link>
      </li>
      {founding || mayKeep ? (
        <li>
          <Link href={at('/documents/founding')}>{lang.t('forum.documents.founding.title')}</Link>
        </li>
      ) : null}
    </ul>
  </>
);

const forceOf = (lang: Lang, from: PlainDate | null): string | null => (from ? lang.shortDate(from) : null);
