import type { Lang } from '#core/i18n/lang.ts';
import { Figures } from '#ui/figures.tsx';
import type { Fact } from '../../../schema.ts';

interface CompositionProps {
  readonly lang: Lang;
  readonly facts: readonly Fact[];
}

/** Who sits at the table: as many seats of each group as were reported. */
export const Composition = ({ lang, facts }: CompositionProps) => (
  <div>
    <Figures
      figures={facts.map((fact) => ({
        value: fact.value ? lang.pick(fact.value) : '–',
        label: lang.pick(fact.title),
      }))}
    />
  </div>
);
