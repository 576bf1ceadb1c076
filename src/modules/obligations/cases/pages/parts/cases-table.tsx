import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { type Moment, wordsIn } from '../../../rules.ts';
import type { CaseLine } from '../../schema.ts';
import { CaseStateChip, distanceOf, dueWords } from './state.tsx';

export interface CasesTableProps {
  readonly lang: Lang;
  readonly zone: string;
  readonly moment: Moment;
  readonly lines: readonly CaseLine[];
  readonly names: ReadonlyMap<string, Texts>;
  readonly caption: string;
  readonly at: (path: string) => string;
  /** On the page of the body itself its name needs no column. */
  readonly ofOneBody?: boolean;
}

/** What is owed, by which body and by which rule, and by when. */
export const CasesTable = ({ lang, zone, moment, lines, names, caption, at, ofOneBody }: CasesTableProps) => (
  <Table
    lang={lang}
    caption={caption}
    quietCaption
    rows={lines}
    rowKey={(line) => line.id}
    columns={[
      { id: 'number', head: lang.t('obligations.number'), mark: true, cell: (line) => String(line.number) },
      {
        ...{ id: 'what', head: lang.t('obligations.what'), lead: true },
        cell: (line) => (
          <>
            <Link href={at(`/obligations/${line.number}`)}>{wordsIn(lang, line.title)}</Link>{' '}
            <small class="quiet">{wordsIn(lang, line.ruleTitle)}</small>
          </>
        ),
      },
      ...(ofOneBody
        ? []
        : [
            {
              ...{ id: 'body', head: lang.t('obligations.body') },
              cell: (line: CaseLine) => lang.pick(names.get(line.body) ?? {}),
            },
          ]),
      {
        ...{ id: 'due', head: lang.t('obligations.due'), short: true },
        cell: (line) => (
          <>
            {dueWords(lang, line, zone)} <small class="quiet">{distanceOf(lang, line, moment.today)}</small>
          </>
        ),
      },
      {
        ...{ id: 'state', head: lang.t('obligations.state_head') },
        cell: (line) => <CaseStateChip lang={lang} line={line} moment={moment} />,
      },
    ]}
  />
);
