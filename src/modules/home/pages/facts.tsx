import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { Fact, Part } from '../schema.ts';

interface FactsProps {
  readonly lang: Lang;
  readonly groups: readonly { readonly part: Part; readonly facts: readonly Fact[] }[];
}

/** What others reported, each with its source; figures exactly as printed, nothing computed from them. */
export const Facts = ({ lang, groups }: FactsProps) => (
  <>
    {groups.map(({ part, facts }) => (
      <Section key={part} title={lang.t(`home.part.${part}`)} id={part}>
        {part === 'finding' || part === 'later' ? <p class="quiet">{lang.t('home.fact.as_printed')}</p> : null}
        <dl class="facts">
          {facts.map((fact) => (
            <FactLine key={fact.id} lang={lang} fact={fact} />
          ))}
        </dl>
        <Sources lang={lang} facts={facts} />
      </Section>
    ))}
  </>
);

const FactLine = ({ lang, fact }: { readonly lang: Lang; readonly fact: Fact }) => {
  const title = lang.choose(fact.title);
  return (
    <div>
      <dt lang={title.own ? undefined : title.language}>{title.text}</dt>
      <dd>
        {fact.value ? <b class="num">{fact.value}</b> : null}
        {fact.detail ? <span> {lang.pick(fact.detail)}</span> : null}
      </dd>
    </div>
  );
};

/** Each source once, under the part: most facts of a part come from one account. */
const Sources = ({ lang, facts }: { readonly lang: Lang; readonly facts: readonly Fact[] }) => {
  const sources = new Map(facts.map((fact) => [`${fact.source} ${fact.sourceUrl ?? ''}`, fact]));
  return (
    <p class="source">
      {lang.t('home.fact.source_label')}{' '}
      {[...sources.values()].map((fact, i) => (
        <span key={fact.id}>
          {i > 0 ? '; ' : null}
          {fact.sourceUrl ? <Link href={fact.sourceUrl}>{fact.source}</Link> : fact.source}
        </span>
      ))}
    </p>
  );
};
