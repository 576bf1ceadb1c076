import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { CasesTable, type CasesTableProps } from './parts/cases-table.tsx';

/** On the page of a body: what it owes and owed; nothing where it never owed anything. */
export const BodyPanel = (props: Omit<CasesTableProps, 'caption' | 'ofOneBody'> & { readonly body: string }) => {
  const { lang, lines, at, body } = props;
  return (
    <Section title={lang.t('obligations.of_body')} id="obligations">
      <CasesTable {...props} caption={lang.t('obligations.of_body')} ofOneBody />
      {lines.length > 0 ? (
        <p>
          <Link href={at(`/obligations?body=${body}`)}>{lang.t('obligations.of_body_all')}</Link>
        </p>
      ) : null}
    </Section>
  );
};
