import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextFields } from './new-document.tsx';

interface TextFormProps {
  readonly of: Filled;
  readonly language: LanguageCode;
  readonly document: string;
  /** Address of this form; the language is its query. */
  readonly here: string;
  readonly back: string;
}

/** The whole text of a draft in one language, as it would be typed; articles are recognised before it is saved. */
export const TextForm = ({ of, language, document, here, back }: TextFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={document}
        title={lang.t('forum.documents.text_form.title')}
        lede={lang.t('forum.documents.text_form.lede')}
      />
      <Tabs
        name={lang.t('forum.documents.new.language')}
        current={language}
        tabs={LANGUAGES.map((id) => ({
          ...{ id, label: lang.t(`forum.documents.language.${id}`), href: `${here}?language=${id}` },
        }))}
      />
      <Form
        of={of}
        action={here}
        deed={lang.t('forum.documents.new.deed')}
        files
        hidden={{ language }}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <TextFields of={of} fixed />
      </Form>
    </>
  );
};
