import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Interest } from '../schema.ts';

/** An interest with the words that the page needs. */
export interface InterestLine {
  readonly interest: Interest;
  readonly seat: number;
  readonly body: string;
  /** Who it binds: the organisation, its representative or its alternate. */
  readonly of: 'organisation' | 'representative' | 'alternate';
  readonly about: { readonly words: string; readonly href: string };
  readonly mayEnd: boolean;
}

interface InterestsProps {
  readonly lang: Lang;
  readonly lines: readonly InterestLine[];
  readonly today: PlainDate;
  readonly mayDeclare: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** The register of conflicts of interest: who stands aside in what. */
export const InterestsPage = ({ lang, lines, today, mayDeclare, done, at }: InterestsProps) => {
  const now = lines.filter(({ interest }) => interest.last === null || interest.last >= today);
  const past = lines.filter((line) => !now.includes(line));
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('forum.interests.title')} lede={lang.t('forum.interests.lede')} />
      {mayDeclare ? (
        <p>
          <ButtonLink href={at('/members/interests/new')}>{lang.t('forum.interests.declare')}</ButtonLink>
        </p>
      ) : null}
      {now.length === 0 ? (
        <Empty level={2} title={lang.t('forum.interests.none')} />
      ) : (
        <Section title={lang.t('forum.interests.now')} id="now">
          <Lines lang={lang} lines={now} caption={lang.t('forum.interests.now')} at={at} />
        </Section>
      )}
      {past.length > 0 ? (
        <Section title={lang.t('forum.interests.past')} id="past">
          <Lines lang={lang} lines={past} caption={lang.t('forum.interests.past')} at={at} />
        </Section>
      ) : null}
    </>
  );
};

const Lines = ({
  lang,
  lines,
  caption,
  at,
}: Pick<InterestsProps, 'lang' | 'lines' | 'at'> & { readonly caption: string }) => (
  <Table
    lang={lang}
    caption={caption}
    quietCaption
    rows={lines}
    rowKey={({ interest }) => interest.id}
    columns={[
      {
        ...{ id: 'seat', head: lang.t('forum.members.organisation'), lead: true },
        cell: (line) => (
          <span id={`interest-${line.interest.id}`}>
            <Link href={at(`/members/${line.seat}`)}>{line.body}</Link>
          </span>
        ),
      },
      { id: 'of', head: lang.t('forum.interests.of'), cell: (line) => lang.t(`forum.interests.${line.of}`) },
      {
        ...{ id: 'about', head: lang.t('forum.interests.about') },
        cell: (line) => <Link href={line.about.href}>{line.about.words}</Link>,
      },
      {
        ...{ id: 'kind', head: lang.t('forum.interests.kind') },
        cell: ({ interest }) => (
          <>
            {lang.t(`forum.interests.${interest.kind}`)}
            {interest.words ? <div class="quiet small">{interest.words}</div> : null}
          </>
        ),
      },
      {
        ...{ id: 'when', head: lang.t('forum.interests.when') },
        cell: ({ interest, mayEnd }) => (
          <>
            {interest.last
              ? lang.t('forum.interests.from_until', {
                  ...{ from: lang.shortDate(interest.from), last: lang.shortDate(interest.last) },
                })
              : lang.t('forum.interests.since', { from: lang.shortDate(interest.from) })}
            {mayEnd ? (
              <div>
                <Link href={at(`/members/interests/${interest.id}/closure`)}>{lang.t('forum.interests.end')}</Link>
              </div>
            ) : null}
          </>
        ),
      },
    ]}
  />
);
