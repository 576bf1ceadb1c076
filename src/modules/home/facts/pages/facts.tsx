import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import type { Fact, FactGroup, Part } from '../../schema.ts';
import { Composition } from './parts/composition.tsx';
import { Printed } from './parts/printed.tsx';

interface FactsProps {
  readonly lang: Lang;
  readonly groups: readonly FactGroup[];
}

/** Figures of others' surveys: said once, above them, what may not be done with them. */
const FIGURES: readonly Part[] = ['finding', 'later'];

/** What others reported, each part with its sources; figures exactly as printed, nothing computed from them. */
export const Facts = ({ lang, groups }: FactsProps) => (
  <>
    {groups.map(({ part, facts }) => (
      <Section key={part} title={lang.t(`home.part.${part}`)} id={part}>
        {FIGURES.includes(part) ? <p class="quiet">{lang.t('home.fact.as_printed')}</p> : null}
        <Drawn lang={lang} part={part} facts={facts} />
        <Sources lang={lang} facts={facts} />
      </Section>
    ))}
  </>
);

interface PartProps {
  readonly lang: Lang;
  readonly facts: readonly Fact[];
}

const Drawn = ({ lang, part, facts }: PartProps & { readonly part: Part }) => {
  if (part === 'composition') return <Composition lang={lang} facts={facts} />;
  if (FIGURES.includes(part)) return <Printed lang={lang} facts={facts} />;
  if (facts.every((fact) => fact.value === null && fact.detail === null)) return <Lines lang={lang} facts={facts} />;
  return <Told lang={lang} facts={facts} />;
};

/** Facts that are sentences of their own. */
const Lines = ({ lang, facts }: PartProps) => (
  <ul>
    {facts.map((fact) => (
      <li key={fact.id}>
        <ChosenText lang={lang} of={lang.choose(fact.title)} />
      </li>
    ))}
  </ul>
);

/** Names and what was said of them. */
const Told = ({ lang, facts }: PartProps) => (
  <dl class="facts">
    {facts.map((fact) => (
      <>
        <dt>
          <ChosenText lang={lang} of={lang.choose(fact.title)} />
        </dt>
        <dd>
          {fact.value ? <ChosenText lang={lang} of={lang.choose(fact.value)} /> : null}
          {fact.value && fact.detail ? <br /> : null}
          {fact.detail ? <ChosenText lang={lang} of={lang.choose(fact.detail)} /> : null}
        </dd>
      </>
    ))}
  </dl>
);

/** Each source once, under the part: most facts of a part come from one account. */
const Sources = ({ lang, facts }: PartProps) => {
  const sources = new Map(facts.map((fact) => [`${lang.pick(fact.source)} ${fact.sourceUrl ?? ''}`, fact]));
  return (
    <p class="source">
      {lang.t('home.fact.source_label')}{' '}
      {[...sources.values()].map((fact, i) => (
        <span key={fact.id}>
          {i > 0 ? '; ' : null}
          {fact.sourceUrl ? <Link href={fact.sourceUrl}>{lang.pick(fact.source)}</Link> : lang.pick(fact.source)}
        </span>
      ))}
    </p>
  );
};
