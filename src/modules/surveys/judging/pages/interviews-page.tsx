import type { Lang } from '#core/i18n/lang.ts';
import type { Message } from '#core/i18n/message.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { InterviewId, Mode } from '../../schema.ts';

export interface JudgedLine {
  readonly id: InterviewId;
  /** Its place in the order in which they came. */
  readonly nth: number;
  readonly mode: Mode | 'import';
  readonly place: string;
  readonly day: string;
  readonly reasons: readonly Message[];
  readonly excluded: string | null;
}

interface InterviewsPageProps {
  readonly lang: Lang;
  readonly over: string;
  readonly lines: readonly JudgedLine[];
  /** What stands out of all interviews of one person. */
  readonly people: readonly { readonly name: string; readonly reason: Message }[];
  readonly here: string;
  readonly done: string | null;
}

/** What somebody should look at again, and what was left out; nothing is left out by itself. */
export const InterviewsPage = ({ lang, over, lines, people, here, done }: InterviewsPageProps) => (
  <>
    <PageTitle over={over} title={lang.t('surveys.judging.title')} lede={lang.t('surveys.judging.lede')} />
    <Stack>
      {done ? <Notice title={done} /> : null}
      {people.length > 0 ? (
        <Section title={lang.t('surveys.asking.title')}>
          <ul>
            {people.map(({ name, reason }) => (
              <li key={name + reason.key}>
                {name}: {lang.say(reason)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {lines.length === 0 ? (
        <Empty level={2} title={lang.t('surveys.judging.empty')} />
      ) : (
        <Table
          lang={lang}
          caption={lang.t('surveys.judging.title')}
          quietCaption
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              ...{ id: 'nth', head: lang.t('surveys.judging.interview'), lead: true },
              cell: ({ nth }) => lang.t('surveys.judging.nth', { n: nth }),
            },
            {
              ...{ id: 'mode', head: lang.t('surveys.progress.ways') },
              cell: ({ mode }) => lang.t(`surveys.mode.${mode}`),
            },
            { ...{ id: 'place', head: lang.t('surveys.progress.place') }, cell: ({ place }) => place },
            { ...{ id: 'day', head: lang.t('surveys.paper.on'), short: true }, cell: ({ day }) => day },
            {
              ...{ id: 'why', head: lang.t('surveys.judging.why') },
              cell: ({ reasons, excluded }) =>
                excluded
                  ? lang.t('surveys.judging.left_out', { reason: excluded })
                  : reasons.map((reason) => lang.say(reason)).join(' '),
            },
            {
              ...{ id: 'deed', head: lang.t('surveys.paper.next') },
              cell: ({ id, excluded, nth }) => (
                <Link
                  href={`${here}/${id}/exclusion`}
                  label={lang.t(excluded ? 'surveys.judging.count_of' : 'surveys.judging.exclude_of', { n: nth })}
                >
                  {lang.t(excluded ? 'surveys.judging.count' : 'surveys.judging.exclude')}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Stack>
  </>
);
