import { LANGUAGES } from '#core/i18n/texts.ts';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { AreaField, FileField, SelectField, TextField } from '#ui/field.tsx';
import { type Filled, filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Columns, Section } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { KINDS, type Kind } from '../../schema.ts';

interface NewDocumentProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  /** Kinds of which the forum has a document already: their template begins a new version instead. */
  readonly taken: readonly Kind[];
}

/** Begins a document: from a ready template, or from a text that exists already. */
export const NewDocument = ({ of, action, back, taken }: NewDocumentProps) => {
  const { lang } = of;
  const templates = (['rules', 'memorandum'] as const).filter((kind) => !taken.includes(kind));
  return (
    <>
      <PageTitle title={lang.t('forum.documents.new.title')} lede={lang.t('forum.documents.new.lede')} />
      {templates.length > 0 ? (
        <Section title={lang.t('forum.documents.new.templates')}>
          <p class="quiet">{lang.t('forum.documents.new.templates_lede')}</p>
          <Columns>
            {templates.map((kind) => (
              <Card key={kind} title={lang.t(`forum.documents.kind.${kind}`)}>
                <p>{lang.t(`forum.documents.kind_lede.${kind}`)}</p>
                <Form
                  of={filled(lang)}
                  action={action}
                  deed={lang.t(`forum.documents.new.from_${kind}`)}
                  hidden={{ template: kind }}
                />
              </Card>
            ))}
          </Columns>
        </Section>
      ) : null}
      <Section title={lang.t('forum.documents.new.own')}>
        <Form
          of={of}
          action={action}
          deed={lang.t('forum.documents.new.deed')}
          files
          second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
        >
          <Radios
            of={of}
            name="kind"
            label={lang.t('forum.documents.new.kind')}
            options={KINDS.filter((kind) => !taken.includes(kind) || kind === 'other').map((value) => ({
              ...{ value, label: lang.t(`forum.documents.kind.${value}`) },
            }))}
          />
          {LANGUAGES.map((code) => (
            <TextField
              key={code}
              of={of}
              name={`title_${code}`}
              label={`${lang.t('forum.documents.new.name')} (${code})`}
              textLang={code}
              maxlength={300}
              optional
            />
          ))}
          <TextFields of={of} />
        </Form>
      </Section>
    </>
  );
};

/** The text itself: its language, pasted or from a Word file. */
export const TextFields = ({ of, fixed }: { readonly of: Filled; readonly fixed?: boolean }) => {
  const { lang } = of;
  return (
    <>
      {fixed ? null : (
        <SelectField
          of={of}
          name="language"
          label={lang.t('forum.documents.new.language')}
          options={LANGUAGES.map((value) => ({ value, label: lang.t(`forum.documents.language.${value}`) }))}
          width="m"
        />
      )}
      <AreaField
        of={of}
        name="text"
        label={lang.t('forum.documents.new.text')}
        hint={lang.t('forum.documents.new.text_hint')}
        rows={fixed ? 28 : 12}
        optional
      />
      <FileField
        of={of}
        name="file"
        label={lang.t('forum.documents.new.file')}
        hint={lang.t('forum.documents.new.file_hint')}
        accept=".docx"
        optional
      />
    </>
  );
};
