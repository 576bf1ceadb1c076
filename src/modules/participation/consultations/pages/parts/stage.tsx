import type { Lang } from '#core/i18n/lang.ts';
import { State, type StateKind } from '#ui/state.tsx';
import type { Consultation, Stage } from '../../schema.ts';

const KIND: Readonly<Record<Stage, StateKind>> = { ahead: 'not_started', open: 'under_way', closed: 'complete' };

interface StageProps {
  readonly lang: Lang;
  readonly consultation: Pick<Consultation, 'from' | 'until'>;
  readonly stage: Stage;
}

/** "Open until 5 December 2026" as a shape and words. */
export const StageChip = ({ lang, consultation, stage }: StageProps) => (
  <State lang={lang} kind={KIND[stage]}>
    {lang.t(`participation.consultations.stage.${stage}`, {
      date: lang.date(stage === 'ahead' ? consultation.from : consultation.until),
    })}
  </State>
);
