import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { FormLanguage } from '../../schema.ts';
import type { ItemChange } from '../rules.ts';
import { ChangeTable } from './parts/change-table.tsx';

interface ChangesPageProps {
  readonly lang: Lang;
  readonly here: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly languages: readonly FormLanguage[];
  readonly changes: readonly ItemChange[];
}

/** What a later edition asks otherwise than an earlier one. */
export const ChangesPage = ({ lang, here, title, from, to, languages, changes }: ChangesPageProps) => {
  const words = lang.t('surveys.questionnaires.changes.title', { from, to });
  return (
    <>
      <PageTitle
        over={title}
        title={words}
        lede={lang.t('surveys.questionnaires.changes.lede', { n: changes.length })}
      />
      {changes.length === 0 ? null : (
        <ChangeTable lang={lang} caption={words} languages={languages} changes={changes} />
      )}
      <p>
        <Link href={`${here}/editions/${to}`}>{lang.t('surveys.questionnaires.edition', { edition: to })}</Link>
      </p>
    </>
  );
};
