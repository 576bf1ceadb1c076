import type { Lang } from '#core/i18n/lang.ts';
import { Change } from '#ui/change.tsx';
import { Table } from '#ui/table.tsx';
import type { FormLanguage } from '../../../schema.ts';
import type { ItemChange } from '../../rules.ts';

interface ChangeTableProps {
  readonly lang: Lang;
  readonly caption: string;
  readonly languages: readonly FormLanguage[];
  readonly changes: readonly ItemChange[];
}

/** One row for each question that came, went or is asked otherwise. */
export const ChangeTable = ({ lang, caption, languages, changes }: ChangeTableProps) => (
  <Table
    lang={lang}
    caption={caption}
    rows={changes}
    rowKey={({ kind, path }) => `${kind} ${path}`}
    columns={[
      {
        ...{ id: 'item', head: lang.t('surveys.questionnaires.changes.item'), lead: true },
        cell: ({ number, path }) => (number === null ? path : `${number}. ${path}`),
      },
      {
        ...{ id: 'kind', head: lang.t('surveys.questionnaires.changes.what') },
        cell: ({ kind, fields }) => (
          <>
            {lang.t(`surveys.questionnaires.changes.kind.${kind}`)}
            {fields.length > 0
              ? `: ${lang.list(fields.map((field) => lang.t(`surveys.questionnaires.changes.field.${field}`)))}`
              : null}
          </>
        ),
      },
      {
        ...{ id: 'words', head: lang.t('surveys.questionnaires.changes.words') },
        cell: ({ words }) =>
          words.map(({ language, before, after }) => (
            <div key={language}>
              {languages.length > 1 ? (
                <small class="quiet">{languages.find(({ key }) => key === language)?.label ?? language}</small>
              ) : null}
              <Change
                lang={lang}
                before={before}
                after={after}
                textLang={language === lang.code ? undefined : language}
              />
            </div>
          )),
      },
    ]}
  />
);
