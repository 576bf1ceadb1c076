import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import type { Criteria } from '../../schema.ts';

/** What the forum asks of members, in the version that holds. */
export const CriteriaList = ({ lang, criteria }: { readonly lang: Lang; readonly criteria: Criteria }) => (
  <Section title={lang.t('forum.applications.criteria')} id="criteria">
    <ol>
      {criteria.items.map((item) => (
        <li key={lang.pick(item)}>
          <ChosenText lang={lang} of={lang.choose(item)} />
        </li>
      ))}
    </ol>
    <p class="quiet">
      {lang.t('forum.applications.version', {
        ...{ version: criteria.version, day: lang.date(criteria.from), source: criteria.source },
      })}
    </p>
  </Section>
);
