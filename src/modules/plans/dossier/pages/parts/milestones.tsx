import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import type { Dossier } from '../../schema.ts';

interface MilestonesProps {
  readonly lang: Lang;
  readonly dossier: Dossier;
  readonly today: PlainDate;
  /** Where staff close one; null for everybody else. */
  readonly closing: string | null;
}

/** The steps of a measure: done with a source, to come, or late by their day alone. */
export const Milestones = ({ lang, dossier, today, closing }: MilestonesProps) =>
  dossier.milestones.length === 0 ? null : (
    <Section title={lang.t('plans.dossier.milestones')} id="milestones">
      <ul class="plainlist">
        {dossier.milestones.map((milestone) => {
          const closure = dossier.closures.find((row) => row.milestone_id === milestone.id && row.done_on <= today);
          const late = !closure && milestone.due_on !== null && milestone.due_on < today;
          return (
            <li key={milestone.id}>
              <State lang={lang} kind={closure ? 'complete' : late ? 'late' : 'not_started'}>
                {closure
                  ? lang.shortDate(closure.done_on)
                  : milestone.due_on
                    ? lang.shortDate(milestone.due_on)
                    : undefined}
              </State>{' '}
              <ChosenText lang={lang} of={lang.choose(milestone.title)} />{' '}
              {closure ? (
                <small class="quiet">
                  {closure.source_url ? <Link href={closure.source_url}>{closure.source}</Link> : closure.source}
                </small>
              ) : null}
            </li>
          );
        })}
      </ul>
      {closing ? (
        <p>
          <Link href={closing}>{lang.t('plans.dossier.do.milestone')}</Link>
        </p>
      ) : null}
    </Section>
  );
