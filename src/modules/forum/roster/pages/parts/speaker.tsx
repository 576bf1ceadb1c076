import type { Lang } from '#core/i18n/lang.ts';
import { ChosenText } from '#ui/quotation.tsx';
import type { Speaker } from '../../schema.ts';

/** "Head of the department, Ad Soyad"; where the name is not shown, the office; without both, that somebody was named. */
export const SpeakerWords = ({ lang, of }: { readonly lang: Lang; readonly of: Speaker | null }) => {
  if (!of) return <span class="quiet">{lang.t('forum.speaker.nobody')}</span>;
  const { office } = of.mandate;
  if (!office) return <span>{of.name ?? lang.t('forum.speaker.named')}</span>;
  return (
    <span>
      <ChosenText lang={lang} of={lang.choose(office)} />
      {of.name ? `, ${of.name}` : null}
    </span>
  );
};
