import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Said } from '#ui/said.tsx';
import { SheetList } from '../../attendance/pages/parts/sheet-list.tsx';
import type { Gathering } from '../schema.ts';

interface GatheringProps {
  readonly lang: Lang;
  readonly gathering: Gathering;
  /** Addresses of pictures of the sheet: for who keeps meetings; empty for everybody else. */
  readonly sheets: readonly string[];
}

/** How many came, and what they said topic by topic. */
export const GatheringSection = ({ lang, gathering, sheets }: GatheringProps) => (
  <Section title={lang.t('meetings.village.said')} id="said">
    <p>
      {lang.t('meetings.village.came', {
        ...{ n: gathering.women + gathering.men, women: gathering.women, men: gathering.men },
      })}
    </p>
    {gathering.points.map(({ topic, words }) => (
      <div key={topic}>
        <h3>{topic}</h3>
        <Said lang={lang} texts={words} />
      </div>
    ))}
    <SheetList lang={lang} sheets={sheets} />
  </Section>
);
