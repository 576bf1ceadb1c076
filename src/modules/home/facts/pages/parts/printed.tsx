import type { Lang } from '#core/i18n/lang.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import type { Fact } from '../../../schema.ts';

interface PrintedProps {
  readonly lang: Lang;
  readonly facts: readonly Fact[];
}

/** Figures as they were printed beside what they say: no bar, because nobody knows of how many people they speak. */
export const Printed = ({ lang, facts }: PrintedProps) => (
  <Table
    lang={lang}
    caption={lang.t('home.fact.printed')}
    quietCaption
    rows={facts}
    rowKey={(fact) => fact.id}
    columns={[
      {
        id: 'printed',
        head: lang.t('home.fact.as'),
        mark: true,
        cell: (fact) => <b class="num">{fact.value ? lang.pick(fact.value) : null}</b>,
      },
      {
        id: 'said',
        head: lang.t('home.fact.said'),
        lead: true,
        cell: (fact) => (
          <>
            <ChosenText lang={lang} of={lang.choose(fact.title)} />
            {fact.detail ? (
              <>
                <br />
                <small class="quiet">
                  <ChosenText lang={lang} of={lang.choose(fact.detail)} />
                </small>
              </>
            ) : null}
          </>
        ),
      },
    ]}
  />
);
