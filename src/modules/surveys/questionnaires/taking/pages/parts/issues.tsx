import type { Lang } from '#core/i18n/lang.ts';
import { Table } from '#ui/table.tsx';
import { sayIssue } from '../../../../exchange/saying/rules.ts';
import type { Issue } from '../../../../exchange/schema.ts';

interface IssuesProps {
  readonly lang: Lang;
  readonly issues: readonly Issue[];
  readonly caption: string;
}

/** Faults first, then remarks; each with its sheet, row and column as the spreadsheet shows them. */
export const Issues = ({ lang, issues, caption }: IssuesProps) => {
  const order = [...issues].sort((a, b) => Number(a.weight === 'remark') - Number(b.weight === 'remark'));
  return (
    <Table
      lang={lang}
      caption={caption}
      quietCaption
      rows={order.map((issue, i) => ({ i, weight: issue.weight, ...sayIssue(issue) }))}
      rowKey={({ i }) => String(i)}
      columns={[
        {
          ...{ id: 'what', head: lang.t('surveys.questionnaires.taking.what'), lead: true },
          cell: ({ what, near }) => (
            <>
              {lang.say(what)}
              {near ? ` ${lang.say(near)}` : null}
            </>
          ),
        },
        {
          ...{ id: 'place', head: lang.t('surveys.questionnaires.taking.place') },
          cell: ({ place }) => (place ? lang.say(place) : null),
        },
        {
          ...{ id: 'weight', head: lang.t('surveys.questionnaires.taking.weight'), short: true },
          cell: ({ weight }) => lang.t(`surveys.questionnaires.taking.${weight}`),
        },
      ]}
    />
  );
};
