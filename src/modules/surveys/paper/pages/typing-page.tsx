import { DateField, NumberField, type Option, SelectField } from '#ui/field.tsx';
import { errorOf, type Filled, fieldId, textOf } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

export interface TypingLine {
  readonly name: string;
  readonly label: string;
  /** "1 Bəli · 2 Xeyr" */
  readonly choices: string;
}

interface TypingPageProps {
  readonly of: Filled;
  readonly over: string;
  readonly lines: readonly TypingLine[];
  readonly places: readonly Option[];
  readonly groups: readonly Option[];
  readonly action: string;
  readonly back: string;
  readonly done: string | null;
}

/** One sheet on one screen: figures choose answers, Tab goes on, Enter keeps. */
export const TypingPage = ({ of, over, lines, places, groups, action, back, done }: TypingPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={over} title={lang.t('surveys.paper.type')} lede={lang.t('surveys.paper.how')} />
      <Stack>
        {done ? <Notice title={done} /> : null}
        <Form
          of={of}
          action={action}
          deed={lang.t('surveys.paper.keep')}
          second={<Cancel href={back}>{lang.t('surveys.paper.list')}</Cancel>}
        >
          <NumberField of={of} name="number" label={lang.t('surveys.paper.number')} />
          <DateField of={of} name="on" label={lang.t('surveys.paper.on')} />
          {places.length > 0 ? (
            <SelectField
              {...{ of, name: 'place', label: lang.t('surveys.progress.place'), options: places }}
              none={lang.t('surveys.capture.choose')}
            />
          ) : null}
          {groups.length > 0 ? (
            <SelectField
              {...{ of, name: 'group', label: lang.t('surveys.progress.group'), options: groups }}
              none={lang.t('surveys.capture.choose')}
            />
          ) : null}
          <Table
            lang={lang}
            caption={lang.t('surveys.paper.answers')}
            quietCaption
            rows={lines}
            rowKey={({ name }) => name}
            columns={[
              {
                ...{ id: 'label', head: lang.t('surveys.paper.question'), lead: true },
                cell: ({ label, name }) => <label for={fieldId(name)}>{label}</label>,
              },
              { ...{ id: 'choices', head: lang.t('surveys.paper.choices') }, cell: ({ choices }) => choices },
              {
                ...{ id: 'answer', head: lang.t('surveys.paper.answer') },
                cell: ({ name }) => (
                  <>
                    <input
                      id={fieldId(name)}
                      name={name}
                      class="in in-m"
                      type="text"
                      autocomplete="off"
                      value={textOf(of, name)}
                      aria-invalid={errorOf(of, name) ? 'true' : undefined}
                    />
                    {errorOf(of, name) ? <p class="wrong">{errorOf(of, name)}</p> : null}
                  </>
                ),
              },
            ]}
          />
        </Form>
      </Stack>
    </>
  );
};
