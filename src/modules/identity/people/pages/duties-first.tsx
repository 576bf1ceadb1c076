import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

/** In the place of a form that stores a name, until the operator has answered the legal duties. */
export const DutiesFirst = ({ lang }: { readonly lang: Lang }) => (
  <>
    <PageTitle title={lang.t('identity.people.add')} lede={lang.t('identity.refused.duties')} />
    <p>
      <ButtonLink href={`/${lang.code}/duties`}>{lang.t('identity.people.duties')}</ButtonLink>
    </p>
  </>
);
