import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { DateField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ADDED_KINDS } from '../../schema.ts';
import type { AddedDay } from '../schema.ts';

interface CalendarPageProps {
  readonly of: Filled;
  readonly country: string;
  readonly days: readonly AddedDay[];
  readonly here: string;
  readonly mayKeep: boolean;
  readonly done: string | null;
}

/** Days that decrees added to a country's calendar, and the form for the next one. */
export const CalendarPage = ({ of, country, days, here, mayKeep, done }: CalendarPageProps) => {
  const { lang } = of;
  return (
    <>
      {done ? <Notice title={done}>{lang.t('obligations.calendar.recounts')}</Notice> : null}
      <PageTitle
        title={lang.t('obligations.calendar.title', { country: lang.country(country) })}
        lede={lang.t('obligations.calendar.lede')}
      />
      <Section title={lang.t('obligations.calendar.added')} id="days">
        {days.length === 0 ? (
          <Empty title={lang.t('obligations.calendar.none')}>{lang.t('obligations.calendar.none_why')}</Empty>
        ) : (
          <Days lang={lang} days={days} here={here} mayKeep={mayKeep} />
        )}
      </Section>
      {mayKeep ? (
        <Section title={lang.t('obligations.calendar.add')} id="add">
          <Form of={of} action={here} deed={lang.t('obligations.calendar.deed')}>
            <DateField of={of} name="day" label={lang.t('obligations.day')} />
            <SelectField
              of={of}
              name="kind"
              width="m"
              label={lang.t('obligations.calendar.kind')}
              options={ADDED_KINDS.map((kind) => ({
                value: kind,
                label: lang.t(`obligations.calendar.kinds.${kind}`),
              }))}
            />
            <TextField
              of={of}
              name="name_az"
              label={lang.t('obligations.calendar.name_az')}
              hint={lang.t('obligations.one_language')}
              textLang="az"
              optional
            />
            <TextField of={of} name="name_en" label={lang.t('obligations.calendar.name_en')} textLang="en" optional />
            <TextField of={of} name="name_ru" label={lang.t('obligations.calendar.name_ru')} textLang="ru" optional />
            <TextField
              of={of}
              name="source"
              label={lang.t('obligations.calendar.source')}
              hint={lang.t('obligations.calendar.source_hint')}
              maxlength={500}
            />
            <TextField of={of} name="url" type="url" label={lang.t('obligations.url')} optional />
          </Form>
        </Section>
      ) : null}
    </>
  );
};

const Days = ({
  lang,
  days,
  here,
  mayKeep,
}: Pick<CalendarPageProps, 'days' | 'here' | 'mayKeep'> & { readonly lang: Lang }) => (
  <Table
    lang={lang}
    caption={lang.t('obligations.calendar.added')}
    quietCaption
    rows={days}
    rowKey={(one) => one.id}
    columns={[
      { id: 'day', head: lang.t('obligations.day'), lead: true, cell: (one) => lang.date(one.day) },
      {
        ...{ id: 'kind', head: lang.t('obligations.calendar.kind') },
        cell: (one) => `${lang.t(`obligations.calendar.kinds.${one.kind}`)}: ${lang.pick(one.name)}`,
      },
      {
        ...{ id: 'source', head: lang.t('obligations.calendar.source') },
        cell: (one) => (one.sourceUrl ? <Link href={one.sourceUrl}>{one.source}</Link> : one.source),
      },
      {
        ...{ id: 'gone', head: lang.t('obligations.calendar.counts') },
        cell: (one) =>
          one.withdrawn === null ? (
            <>
              {lang.t('obligations.calendar.counts_yes')}{' '}
              {mayKeep ? (
                <Link
                  href={`${here}/${one.id}/withdrawal`}
                  label={lang.t('obligations.calendar.withdraw_this', { day: lang.date(one.day) })}
                >
                  {lang.t('obligations.calendar.withdraw')}
                </Link>
              ) : null}
            </>
          ) : (
            lang.t('obligations.calendar.counts_no', { reason: one.withdrawn })
          ),
      },
    ]}
  />
);
