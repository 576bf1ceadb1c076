import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import type { Gap } from '../../completeness/rules.ts';

interface GapListProps {
  readonly lang: Lang;
  readonly gaps: readonly Gap[];
  readonly answered: { readonly n: number; readonly of: number };
}

/** What the documents leave undefined, in words that somebody understands who founds a forum for the first time. */
export const GapList = ({ lang, gaps, answered }: GapListProps) => (
  <Section title={lang.t('forum.rulebook.gaps.title')} id="gaps">
    <p class="quiet">{lang.t('forum.rulebook.gaps.answered', { n: answered.n, all: answered.of })}</p>
    {gaps.length === 0 ? <p>{lang.t('forum.rulebook.gaps.none')}</p> : null}
    <Part lang={lang} title={lang.t('forum.rulebook.gaps.needed')} gaps={gaps.filter((gap) => gap.needed)} />
    <Part lang={lang} title={lang.t('forum.rulebook.gaps.useful')} gaps={gaps.filter((gap) => !gap.needed)} />
  </Section>
);

const Part = ({ lang, title, gaps }: Pick<GapListProps, 'lang' | 'gaps'> & { readonly title: string }) =>
  gaps.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {gaps.map(({ key }) => (
          <li key={key}>{lang.t(`forum.rulebook.gap.${key}`)}</li>
        ))}
      </ul>
    </>
  );
