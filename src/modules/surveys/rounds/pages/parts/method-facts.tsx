import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { Said } from '#ui/said.tsx';
import type { Round } from '../../schema.ts';

interface MethodFactsProps {
  readonly lang: Lang;
  readonly round: Round;
  /** Title of the questionnaire, and of the plan where there is one. */
  readonly questionnaire: string;
  readonly plan: string | null;
  readonly placeName: (id: string) => string;
}

/** By what a stranger judges the figures of a round. */
export const MethodFacts = ({ lang, round, questionnaire, plan, placeName }: MethodFactsProps) => {
  const { declaration: said } = round;

  return (
    <Section title={lang.t('surveys.round.how')} id="method">
      <Facts
        facts={[
          {
            name: lang.t('surveys.declaring.sampling'),
            value: `${lang.t(`surveys.sampling.${said.sampling}`)}. ${lang.t(`surveys.sampling_hint.${said.sampling}`)}`,
          },
          { name: lang.t('surveys.declaring.method'), value: <Said lang={lang} texts={said.method} /> },
          {
            name: lang.t('surveys.declaring.population'),
            value:
              said.population &&
              lang.t('surveys.round.population', {
                n: lang.number(said.population),
                source: said.populationSource ?? '',
              }),
          },
          { name: lang.t('surveys.declaring.plan'), value: plan },
          {
            name: lang.t('surveys.round.areas'),
            value:
              said.areasAsked &&
              lang.t('surveys.progress.of', {
                done: lang.number(said.areasAsked),
                wanted: lang.number(said.areasAll ?? 0),
              }),
          },
          {
            name: lang.t('surveys.round.questions'),
            value: lang.t('surveys.round.edition', { name: questionnaire, edition: said.edition }),
          },
          {
            name: lang.t('surveys.round.days'),
            value: `${lang.date(said.from)} – ${lang.date(said.until)}`,
          },
          {
            name: lang.t('surveys.declaring.places'),
            value:
              said.places.length > 0
                ? said.places
                    .map(({ place }) => placeName(place))
                    .sort((a, b) => lang.compare(a, b))
                    .join(', ')
                : null,
          },
          {
            name: lang.t('surveys.declaring.modes'),
            value: said.modes.map((mode) => lang.t(`surveys.mode.${mode}`)).join(', '),
          },
          { name: lang.t('surveys.round.once'), value: said.singleUse ? lang.t('surveys.round.once_codes') : null },
          {
            name: lang.t('surveys.round.office'),
            value: said.officeHolders ? lang.t('surveys.round.office_why') : null,
          },
          {
            name: lang.t('surveys.declaring.smallest'),
            value: lang.t('surveys.round.smallest', { n: said.smallest }),
          },
        ]}
      />
    </Section>
  );
};
