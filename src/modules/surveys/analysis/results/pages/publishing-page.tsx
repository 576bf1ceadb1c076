import { Checkboxes } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Round } from '../../../rounds/schema.ts';
import type { Results, SplitBy } from '../../composing/schema.ts';
import type { Reader } from './parts/distribution.tsx';
import { Figures } from './parts/figures.tsx';
import { splitName } from './parts/question.tsx';

interface PublishingPageProps extends Reader {
  readonly of: Filled;
  readonly round: Round;
  readonly here: string;
  /** Columns that can be chosen, and those that are. */
  readonly splits: readonly Pick<SplitBy, 'name' | 'words'>[];
  readonly chosen: readonly string[];
  readonly results: Results;
  /** It was published before: a reason is asked for. */
  readonly again: boolean;
}

/** Exactly what will go out, and the deed. */
export const PublishingPage = ({ of, say, round, here, splits, chosen, results, again }: PublishingPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.pick(round.declaration.title)}
        title={lang.t('surveys.analysis.publishing.title')}
        lede={lang.t('surveys.analysis.publishing.lede', { smallest: round.declaration.smallest })}
      />
      <Stack>
        {splits.length > 0 ? (
          <Form of={of} action={`${here}/results/new`} method="get" deed={lang.t('surveys.analysis.publishing.show')}>
            <Checkboxes
              of={of}
              name="by"
              label={lang.t('surveys.analysis.publishing.splits')}
              hint={lang.t('surveys.analysis.publishing.splits_hint')}
              options={splits.map((split) => ({ value: split.name, label: splitName(lang, say, split) }))}
            />
          </Form>
        ) : null}
        <Form
          of={of}
          action={`${here}/results/new`}
          deed={lang.t('surveys.analysis.publishing.deed')}
          hidden={{ splits: chosen.join('\n') }}
          second={<Cancel href={here}>{lang.t('ui.cancel')}</Cancel>}
        >
          <AreaField
            of={of}
            name="words"
            label={lang.t('surveys.analysis.publishing.words')}
            hint={lang.t('surveys.analysis.publishing.words_hint')}
            rows={5}
            maxlength={8_000}
            optional
          />
          {again ? (
            <AreaField
              of={of}
              name="reason"
              label={lang.t('surveys.analysis.publishing.reason')}
              rows={2}
              maxlength={2_000}
            />
          ) : null}
        </Form>
        <Section title={lang.t('surveys.analysis.results.questions')}>
          <Figures {...{ lang, say }} results={results} />
        </Section>
      </Stack>
    </>
  );
};
