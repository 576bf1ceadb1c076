import type { Lang } from '#core/i18n/lang.ts';
import { Table } from '#ui/table.tsx';
import type { Step } from '../../schema.ts';
import { shareWords } from './words.tsx';

interface StepsProps {
  readonly lang: Lang;
  readonly caption: string;
  readonly steps: readonly Step[];
  /** Name of a constituency by its id. */
  readonly nameOf: (constituency: string) => string;
}

/** How a quorum or majority was computed, one comparison a line: what was asked, the counts, the arithmetic. */
export const Steps = ({ lang, caption, steps, nameOf }: StepsProps) => (
  <Table
    lang={lang}
    caption={caption}
    rows={steps}
    rowKey={(step) => step.constituency ?? 'all'}
    columns={[
      {
        ...{ id: 'who', head: lang.t('forum.rulebook.steps.who'), lead: true },
        cell: (step) => (step.constituency === null ? lang.t('forum.rulebook.steps.all') : nameOf(step.constituency)),
      },
      {
        ...{ id: 'asked', head: lang.t('forum.rulebook.steps.asked') },
        cell: (step) => lang.t(`forum.rulebook.of.${step.of}`, { share: shareWords(lang, step.share) }),
      },
      {
        ...{ id: 'counts', head: lang.t('forum.rulebook.steps.counts'), number: true },
        cell: (step) => lang.t('forum.rulebook.steps.have_of', { have: step.have, out: step.out }),
      },
      {
        ...{ id: 'sum', head: lang.t('forum.rulebook.steps.sum'), number: true },
        cell: (step) => (step.skipped || step.out === 0 ? null : arithmetic(step)),
      },
      { ...{ id: 'met', head: lang.t('forum.rulebook.steps.met') }, cell: (step) => lang.t(verdictOf(step)) },
    ]}
  />
);

/** "12 × 2 = 24 > 23 × 1 = 23" */
function arithmetic({ have, out, left, right, share }: Step): string {
  const sign = left > right ? '>' : left === right ? '=' : '<';
  return `${have} × ${share.whole} = ${left} ${sign} ${right} = ${out} × ${share.part}`;
}

function verdictOf({ skipped, met }: Step) {
  if (skipped) return 'forum.rulebook.steps.skipped';
  return met ? 'forum.rulebook.steps.yes' : 'forum.rulebook.steps.no';
}
