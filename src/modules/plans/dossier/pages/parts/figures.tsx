import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { FigureShown } from '../../../binding/schema.ts';
import { nameOf, type WordsShown } from './shown.tsx';

/** What surveys found that these numbers and judgements rest on, each with its base and the way to the finding. */
export const Figures = ({ lang, dossier, figures }: Pick<WordsShown, 'lang' | 'dossier' | 'figures'>) => {
  const whatOf = ({ as, of }: FigureShown): string => {
    const indicator = dossier.indicators.find(({ id }) => id === of);
    const evaluation = dossier.evaluations.find(({ id }) => id === of);
    const what = indicator
      ? lang.pick(indicator.text)
      : evaluation
        ? nameOf(lang, dossier, evaluation.author_body_id)
        : '';
    return lang.t('plans.dossier.figures.as', { as, what });
  };
  return figures.length === 0 ? null : (
    <Section title={lang.t('plans.dossier.figures.title')} id="figures">
      <ul class="plain">
        {figures.map((figure) => (
          <li key={`${figure.href} ${figure.as} ${figure.of}`}>
            <p>
              <small class="quiet">{whatOf(figure)}</small>
              <br />
              <Link href={figure.href}>{figure.sentence}</Link>
              <br />
              {figure.said}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
