import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { rowWords } from '../../pages/parts/rows.tsx';
import { type Formula, ROWS } from '../../schema.ts';

interface FormulaPageProps {
  readonly lang: Lang;
  /** The newest one first. */
  readonly formulas: readonly Formula[];
  readonly keeping: string | null;
  readonly done: boolean;
}

/** By what scorecards are counted: every version of the formula, and how each thing counts. */
export const FormulaPage = ({ lang, formulas, keeping, done }: FormulaPageProps) => (
  <>
    {done ? <Notice title={lang.t('accountability.scorecards.done.set')} /> : null}
    <PageTitle
      over={lang.t('accountability.scorecards.title')}
      title={lang.t('accountability.scorecards.formula.title')}
      lede={lang.t('accountability.scorecards.formula.lede')}
    />
    <Stack>
      <Section title={lang.t('accountability.scorecards.formula.how')}>
        <ul>
          {(['items', 'reports', 'requests', 'mean', 'decided', 'interval'] as const).map((line) => (
            <li key={line}>{lang.t(`accountability.scorecards.formula.how_${line}`)}</li>
          ))}
        </ul>
      </Section>
      {formulas.length === 0 ? <p>{lang.t('accountability.scorecards.formula.none')}</p> : null}
      {formulas.map((formula) => (
        <Version key={formula.id} lang={lang} formula={formula} />
      ))}
      {keeping ? (
        <p>
          <ButtonLink href={keeping}>{lang.t('accountability.scorecards.formula.set')}</ButtonLink>
        </p>
      ) : null}
    </Stack>
  </>
);

const Version = ({ lang, formula }: { readonly lang: Lang; readonly formula: Formula }) => {
  const { version, weights, enough, replyDays, why, on } = formula;
  const title = lang.t('accountability.scorecards.formula.version', { version, date: lang.date(on) });
  return (
    <Section title={title} id={`version-${version}`}>
      <Stack>
        <Said lang={lang} texts={why} />
        <Table
          lang={lang}
          caption={title}
          quietCaption
          rows={ROWS.filter((row) => (weights[row] ?? 0) > 0)}
          rowKey={(row) => row}
          columns={[
            {
              id: 'row',
              head: lang.t('accountability.scorecards.row_head'),
              lead: true,
              cell: (row) => rowWords(lang, row),
            },
            {
              id: 'weight',
              head: lang.t('accountability.scorecards.weight'),
              number: true,
              cell: (row) => lang.t('accountability.scorecards.percent', { n: weights[row]! }),
            },
          ]}
        />
        <Facts
          facts={[
            {
              name: lang.t('accountability.scorecards.formula.enough'),
              value: lang.t('accountability.scorecards.percent', { n: enough }),
            },
            {
              name: lang.t('accountability.scorecards.formula.reply'),
              value: lang.t('accountability.scorecards.formula.days', { n: replyDays }),
            },
          ]}
        />
      </Stack>
    </Section>
  );
};
