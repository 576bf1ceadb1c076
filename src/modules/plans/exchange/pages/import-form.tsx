import type { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, FileField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { PlanRow } from '../../plan/schema.ts';
import { WORDS } from '../columns/schema.ts';
import { columnLabel } from './parts/column-label.tsx';

interface ImportFormProps {
  readonly of: Filled;
  /** Plans that are here already. */
  readonly plans: readonly PlanRow[];
  readonly national: boolean;
  readonly at: (path: string) => string;
}

/** A plan as she has it: looked at row by row before anything is written. */
export const ImportForm = ({ of, plans, national, at }: ImportFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.exchange.form.title')} lede={lang.t('plans.exchange.form.lede')} />
      <Form
        of={of}
        action={at('/plans/imports')}
        deed={lang.t('plans.exchange.form.deed')}
        files
        second={<Cancel href={at('/plans')}>{lang.t('ui.cancel')}</Cancel>}
      >
        <FileField
          of={of}
          name="file"
          label={lang.t('plans.exchange.form.file')}
          hint={lang.t('plans.exchange.form.file_hint')}
          accept=".csv,.tsv,.txt,.xlsx,.xls,.ods,.docx"
          optional
        />
        <AreaField
          of={of}
          name="pasted"
          label={lang.t('plans.exchange.form.pasted')}
          hint={lang.t('plans.exchange.form.pasted_hint')}
          rows={5}
          optional
        />
        <SelectField
          of={of}
          name="words"
          label={lang.t('plans.exchange.form.words')}
          hint={lang.t('plans.exchange.form.words_hint')}
          options={LANGUAGES.map((code) => ({ value: code, label: lang.t(`core.language.${code}`) }))}
          width="m"
        />
        <SelectField
          of={of}
          name="target"
          label={lang.t('plans.exchange.form.target')}
          hint={lang.t('plans.exchange.form.target_hint')}
          options={[
            { value: 'new', label: lang.t('plans.exchange.form.target_new') },
            ...plans.map((plan) => ({ value: plan.id, label: lang.pick(plan.title) })),
          ]}
        />
        <NewPlanFields of={of} national={national} />
        <Radios
          of={of}
          name="unknown"
          label={lang.t('plans.exchange.form.unknown')}
          options={(['refuse', 'add'] as const).map((value) => ({
            value,
            label: lang.t(`plans.exchange.form.unknown_${value}`),
            hint: lang.t(`plans.exchange.form.unknown_${value}_hint`),
          }))}
        />
      </Form>
      <Templates lang={lang} at={at} />
    </>
  );
};

const NewPlanFields = ({ of, national }: { readonly of: Filled; readonly national: boolean }) => {
  const { lang } = of;
  return (
    <>
      <TextField
        of={of}
        name="title"
        label={lang.t('plans.exchange.form.plan_title')}
        hint={lang.t('plans.exchange.form.plan_title_hint')}
        maxlength={300}
        optional
      />
      {national ? null : (
        <SelectField
          of={of}
          name="kind"
          label={lang.t('plans.exchange.form.kind')}
          options={[
            { value: 'local', label: lang.t('plans.exchange.form.kind_local') },
            { value: 'national', label: lang.t('plans.exchange.form.kind_national') },
          ]}
          width="m"
          optional
        />
      )}
      <TextField
        of={of}
        name="slug"
        label={lang.t('plans.plan.form.slug')}
        hint={lang.t('plans.plan.form.slug_hint')}
        maxlength={80}
        width="m"
        optional
      />
    </>
  );
};

/** Names under which people's tables are understood, and an empty one to fill in. */
const Templates = ({ lang, at }: { readonly lang: Lang; readonly at: (path: string) => string }) => (
  <Section title={lang.t('plans.exchange.template.title')}>
    <p>{lang.t('plans.exchange.template.lede')}</p>
    <p class="meta">
      <Link href={at('/plans/import/template.xlsx')}>{lang.t('plans.exchange.template.xlsx')}</Link>
      <Link href={at('/plans/import/template.csv')}>{lang.t('plans.exchange.template.csv')}</Link>
    </p>
    <details class="how">
      <summary>{lang.t('plans.exchange.template.words')}</summary>
      <Table
        lang={lang}
        caption={lang.t('plans.exchange.template.words')}
        quietCaption
        rows={Object.entries(WORDS)}
        rowKey={([name]) => name}
        columns={[
          {
            id: 'name',
            head: lang.t('plans.exchange.dry.read_as'),
            lead: true,
            cell: ([name]) => columnLabel(lang, name),
          },
          { id: 'words', head: lang.t('plans.exchange.template.heads'), cell: ([, words]) => words.join(', ') },
        ]}
      />
    </details>
  </Section>
);
