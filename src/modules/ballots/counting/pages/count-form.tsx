import { AreaField, NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Ballot } from '../../schema.ts';
import { sayWords } from '../../words/rules.ts';
import type { Difference } from '../rules.ts';

interface CountFormProps {
  readonly of: Filled;
  readonly ballot: Ballot;
  /** Which count is entered now: 1 the first. */
  readonly number: number;
  /** Boxes that are counted apart; one without a name is all together. */
  readonly boxes: readonly { readonly key: string; readonly name: string | null }[];
  /** Words of a slip that are counted: for, against, abstain, options, blank, invalid. */
  readonly piles: readonly { readonly key: string; readonly name: string }[];
  readonly differences: readonly Difference[];
  /** Two people agree: nothing more is counted. */
  readonly agreed: boolean;
  readonly nameOf: (box: string | null) => string;
  readonly action: string;
  readonly back: string;
}

/** What one person counted; a second one counts without seeing it, and where both differ they count again. */
export const CountForm = (props: CountFormProps) => {
  const { of, ballot, number, agreed, differences, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.number_of', { number: ballot.number })}
        title={lang.t('ballots.counting.title', { number })}
        lede={lang.t('ballots.counting.lede')}
      />
      {agreed ? (
        <Notice title={lang.t('ballots.counting.agreed')} />
      ) : (
        <>
          {differences.length > 0 ? <Differences {...props} /> : null}
          <Form
            of={of}
            action={action}
            deed={lang.t('ballots.counting.deed')}
            second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
          >
            <TextField
              of={of}
              name="counter"
              label={lang.t('ballots.counting.counter')}
              hint={lang.t('ballots.counting.counter_hint')}
              maxlength={200}
            />
            <Piles {...props} />
          </Form>
        </>
      )}
    </>
  );
};

const Piles = ({ of, ballot, boxes, piles }: CountFormProps) => {
  const { lang } = of;
  return (
    <>
      {boxes.map((box) => {
        const fields = (
          <Stack>
            {ballot.kind === 'motion' || ballot.kind === 'choice' ? null : (
              <AreaField
                of={of}
                name={`slips_${box.key}`}
                label={lang.t('ballots.counting.slips_each')}
                hint={lang.t(`ballots.counting.slips_hint.${ballot.kind}`)}
                rows={8}
              />
            )}
            {piles.map((pile) => (
              <NumberField key={pile.key} of={of} name={`n_${box.key}_${pile.key}`} label={pile.name} />
            ))}
          </Stack>
        );
        return box.name === null ? (
          <div key={box.key}>{fields}</div>
        ) : (
          <Section key={box.key} title={box.name}>
            {fields}
          </Section>
        );
      })}
    </>
  );
};

const Differences = ({ of, ballot, differences, nameOf }: CountFormProps) => {
  const { lang } = of;
  return (
    <Notice warn title={lang.t('ballots.counting.differ')}>
      <Table
        lang={lang}
        caption={lang.t('ballots.counting.differ')}
        quietCaption
        rows={differences}
        rowKey={({ pile }) => JSON.stringify(pile)}
        columns={[
          {
            ...{ id: 'slip', head: lang.t('ballots.what'), lead: true },
            cell: ({ pile }) => `${nameOf(pile.box)}: ${sayWords(lang, ballot, pile.slip)}`,
          },
          { ...{ id: 'first', head: lang.t('ballots.counting.first'), number: true }, cell: ({ first }) => first },
          { ...{ id: 'second', head: lang.t('ballots.counting.second'), number: true }, cell: ({ second }) => second },
        ]}
      />
    </Notice>
  );
};
