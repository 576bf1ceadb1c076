import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface DeedProps {
  readonly lang: Lang;
  readonly purpose: string;
  readonly body: string | null;
  readonly until: string;
  /** Address of the form. */
  readonly form: string;
}

/** What a one-deed link is for. Opening it does nothing; the form at the end of the way does. */
export const DeedPage = ({ lang, purpose, body, until, form }: DeedProps) => (
  <>
    <PageTitle over={lang.t('identity.deed.over')} title={purpose} lede={lang.t('identity.deed.lede')} />
    <Stack>
      <Facts
        facts={[
          { name: lang.t('identity.deed.for'), value: body },
          { name: lang.t('identity.deeds.until'), value: until },
        ]}
      />
      <p>
        <ButtonLink href={form}>{lang.t('identity.deed.open')}</ButtonLink>
      </p>
      <p class="quiet small">{lang.t('identity.deed.only')}</p>
    </Stack>
  </>
);

interface ClosedDeedProps {
  readonly lang: Lang;
  /** null: this forum does not know the link. */
  readonly purpose: string | null;
  readonly why: string;
  readonly home: string;
}

/** A one-deed link that opens nothing (any more), why, and whom to ask. */
export const ClosedDeedPage = ({ lang, purpose, why, home }: ClosedDeedProps) => (
  <>
    <PageTitle over={purpose ?? undefined} title={lang.t('identity.press.closed')} lede={why} />
    <p>
      <ButtonLink href={home} second>
        {lang.t('identity.deed.home')}
      </ButtonLink>
    </p>
  </>
);
