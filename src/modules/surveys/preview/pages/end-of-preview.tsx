import type { Lang } from '#core/i18n/lang.ts';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';

/** Where the true form would be checked and sent. */
export const EndOfPreview = ({ lang, again }: { readonly lang: Lang; readonly again: string }) => (
  <Stack>
    <h2>{lang.t('surveys.preview.end')}</h2>
    <p>{lang.t('surveys.preview.end_means')}</p>
    <p>
      <Link href={again}>{lang.t('surveys.preview.again')}</Link>
    </p>
  </Stack>
);
