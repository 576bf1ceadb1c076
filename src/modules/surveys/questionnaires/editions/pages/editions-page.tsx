import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { KeptTabs } from '../../pages/parts/kept-tabs.tsx';
import type { Kept } from '../../queries.ts';
import type { ItemChange } from '../rules.ts';
import { ChangeTable } from './parts/change-table.tsx';

interface EditionsPageProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  readonly here: string;
  readonly title: string;
  readonly kept: Kept;
  readonly faults: number;
  /** Since the last edition; null: there is none yet. */
  readonly changes: readonly ItemChange[] | null;
  readonly rounds: readonly { readonly number: number; readonly edition: number }[];
}

/** What was frozen, and what would be frozen now. */
export const EditionsPage = (props: EditionsPageProps) => {
  const { of, here, title, kept } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={title}
        title={lang.t('surveys.questionnaires.editions.title')}
        lede={lang.t('surveys.questionnaires.editions.why')}
      />
      <KeptTabs lang={lang} here={here} current="editions" />
      <Stack>
        <Freezing {...props} />
        {kept.editions.length === 0 ? null : <Frozen {...props} />}
      </Stack>
    </>
  );
};

const Freezing = ({ of, here, kept, faults, changes }: EditionsPageProps) => {
  const { lang } = of;
  const last = kept.editions.at(-1);
  const next = (last?.edition ?? 0) + 1;
  if (last?.draft === kept.draft.id)
    return <p>{lang.t('surveys.questionnaires.editions.same', { edition: last.edition })}</p>;
  return (
    <Section title={lang.t('surveys.questionnaires.editions.next', { edition: next })}>
      {changes && changes.length > 0 ? (
        <ChangeTable
          lang={lang}
          changes={changes}
          languages={kept.draft.content.languages}
          caption={lang.t('surveys.questionnaires.changes.since', { edition: next - 1 })}
        />
      ) : null}
      {faults > 0 ? (
        <p>
          {lang.t('surveys.questionnaires.editions.faulty', { n: faults })}{' '}
          <Link href={here}>{lang.t('surveys.questionnaires.editions.see_faults')}</Link>
        </p>
      ) : (
        <Form
          of={of}
          action={`${here}/editions`}
          hidden={{ draft: kept.draft.id }}
          deed={lang.t('surveys.questionnaires.editions.freeze', { edition: next })}
        >
          <p>{lang.t('surveys.questionnaires.editions.means')}</p>
        </Form>
      )}
    </Section>
  );
};

const Frozen = ({ of, at, here, kept, rounds }: EditionsPageProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('surveys.questionnaires.editions.frozen')}>
      <Table
        lang={lang}
        caption={lang.t('surveys.questionnaires.editions.frozen')}
        quietCaption
        rows={kept.editions.toReversed()}
        rowKey={({ edition }) => String(edition)}
        columns={[
          {
            ...{ id: 'edition', head: lang.t('surveys.questionnaires.editions.one'), lead: true },
            cell: ({ edition }) => (
              <Link href={`${here}/editions/${edition}`}>{lang.t('surveys.questionnaires.edition', { edition })}</Link>
            ),
          },
          {
            ...{ id: 'on', head: lang.t('surveys.questionnaires.editions.on'), short: true },
            cell: ({ on }) => lang.shortDate(on),
          },
          {
            ...{ id: 'rounds', head: lang.t('surveys.questionnaires.editions.rounds') },
            cell: ({ edition }) =>
              rounds
                .filter((round) => round.edition === edition)
                .map(({ number }, i) => (
                  <>
                    {i > 0 ? ', ' : ''}
                    <Link href={at(`/surveys/${number}`)}>
                      {lang.t('surveys.questionnaires.editions.round', { number })}
                    </Link>
                  </>
                )),
          },
          {
            ...{ id: 'changes', head: lang.t('surveys.questionnaires.editions.before') },
            cell: ({ edition }) =>
              edition > 1 ? (
                <Link href={`${here}/editions/${edition}/changes`}>{lang.t('surveys.questionnaires.changes.see')}</Link>
              ) : null,
          },
        ]}
      />
    </Section>
  );
};
