import type { Lang } from '#core/i18n/lang.ts';
import { REFUSED_FOR } from '../../schema.ts';

/** Every rule by which something is not published, with what it means. */
export const RefusedList = ({ lang }: { readonly lang: Lang }) => (
  <dl class="facts">
    {REFUSED_FOR.map((rule) => (
      <>
        <dt>{lang.t(`participation.rule.${rule}`)}</dt>
        <dd>{lang.t(`participation.rule_means.${rule}`)}</dd>
      </>
    ))}
  </dl>
);
