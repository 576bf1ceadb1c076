import type { Message } from '#core/i18n/message.ts';
import type { Filled } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Read } from '../../articles/rules.ts';
import { Lines } from '../../pages/parts/lines.tsx';
import { PREAMBLE } from '../../schema.ts';

interface TextPreviewProps {
  readonly of: Filled;
  readonly document: string;
  readonly read: Read;
  /** What the file itself made uncertain. */
  readonly warnings: readonly Message[];
  readonly action: string;
  /** Everything that was typed, taken along unseen. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** How the text was understood, before anything is saved: every article with its number, heading and words. */
export const TextPreview = ({ of, document, read, warnings, action, hidden }: TextPreviewProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={document}
        title={lang.t('forum.documents.preview.title', {
          n: read.articles.filter((one) => one.number !== PREAMBLE).length,
        })}
        lede={lang.t('forum.documents.preview.lede')}
      />
      {read.remarks.length + warnings.length > 0 ? (
        <Notice warn title={lang.t('forum.documents.preview.remarks')}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.key}>{lang.say(warning)}</li>
            ))}
            {read.remarks.map(({ kind, number, after }) => (
              <li key={`${kind} ${number}`}>{lang.t(`forum.documents.preview.remark.${kind}`, { number, after })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.preview.deed')}
        hidden={{ ...hidden, step: 'save' }}
        second={
          <SecondButton name="back" value="yes">
            {lang.t('forum.documents.preview.back')}
          </SecondButton>
        }
      />
      <Table
        lang={lang}
        caption={lang.t('forum.documents.preview.articles')}
        rows={read.articles}
        rowKey={(one) => one.number}
        columns={[
          {
            ...{ id: 'number', head: lang.t('forum.documents.preview.number'), lead: true },
            cell: ({ number }) => (number === PREAMBLE ? lang.t('forum.documents.preamble') : number),
          },
          { ...{ id: 'heading', head: lang.t('forum.documents.preview.heading') }, cell: ({ heading }) => heading },
          {
            ...{ id: 'words', head: lang.t('forum.documents.preview.words') },
            cell: ({ words }) => (words ? <Lines text={words} /> : null),
          },
        ]}
      />
    </>
  );
};
