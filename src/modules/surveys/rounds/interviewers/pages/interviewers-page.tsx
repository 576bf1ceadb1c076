import { Empty } from '#ui/empty.tsx';
import { NumberField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form, Once } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface AssignmentLine {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly done: number;
  readonly wanted: number | null;
  readonly ended: string | null;
}

interface InterviewersPageProps {
  readonly of: Filled;
  readonly over: string;
  readonly lines: readonly AssignmentLine[];
  readonly people: readonly Option[];
  readonly places: readonly Option[];
  readonly here: string;
  readonly done: string | null;
}

/** Who asks for a round, where, how far they are; and whose asking ends. */
export const InterviewersPage = ({ of, over, lines, people, places, here, done }: InterviewersPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={lang.t('surveys.asking.title')} lede={lang.t('surveys.asking.lede')} />
      <Stack>
        {done ? <Notice title={done} /> : null}
        {lines.length === 0 ? (
          <Empty level={2} title={lang.t('surveys.asking.nobody')} />
        ) : (
          <Table
            lang={lang}
            caption={lang.t('surveys.asking.title')}
            quietCaption
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { ...{ id: 'name', head: lang.t('surveys.asking.person'), lead: true }, cell: ({ name }) => name },
              { ...{ id: 'place', head: lang.t('surveys.progress.place') }, cell: ({ place }) => place },
              {
                ...{ id: 'done', head: lang.t('surveys.progress.done'), number: true },
                cell: ({ done: n, wanted }) =>
                  wanted === null
                    ? lang.number(n)
                    : lang.t('surveys.progress.of', { done: lang.number(n), wanted: lang.number(wanted) }),
              },
              {
                ...{ id: 'end', head: lang.t('surveys.asking.end_head') },
                cell: ({ id, name, ended }) =>
                  ended ? (
                    lang.t('surveys.asking.ended', { day: ended })
                  ) : (
                    <form action={`${here}/ends`} method="post">
                      <Once />
                      <input type="hidden" name="assignment" value={id} />
                      <button class="btn second" type="submit" aria-label={lang.t('surveys.asking.end_of', { name })}>
                        {lang.t('surveys.asking.end')}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
        )}
        <Section title={lang.t('surveys.asking.assign')}>
          {people.length === 0 ? (
            <p>{lang.t('surveys.asking.no_accounts')}</p>
          ) : (
            <Form of={of} action={here} deed={lang.t('surveys.asking.assign')}>
              <SelectField
                {...{ of, name: 'person', label: lang.t('surveys.asking.person'), options: people }}
                none={lang.t('surveys.asking.choose')}
              />
              {places.length > 0 ? (
                <SelectField
                  {...{ of, name: 'place', label: lang.t('surveys.progress.place'), options: places, optional: true }}
                  none={lang.t('surveys.asking.everywhere')}
                />
              ) : null}
              <NumberField of={of} name="wanted" label={lang.t('surveys.declaring.wanted')} optional />
            </Form>
          )}
        </Section>
      </Stack>
    </>
  );
};
