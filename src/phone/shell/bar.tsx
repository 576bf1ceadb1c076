import type { PlainLang } from '#core/i18n/plain-lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { type Phone, usePhone } from './phone.ts';

const NAMES: Readonly<Record<LanguageCode, string>> = { az: 'az', en: 'en', ru: 'ru' };

/** Always in sight: is there a net, and what was not sent yet. */
export function Bar() {
  const { lang, speak, sending, unsent } = usePhone();
  return (
    <header class="bar">
      <div class="wrap">
        <strong>{lang.t('phone.title')}</strong>
        <span role="status" class={unsent > 0 ? 'late' : undefined}>
          {unsent > 0 ? lang.t('phone.net.unsent', { n: unsent }) : lang.t('phone.net.all_sent')}
        </span>
        <Languages lang={lang} speak={speak} />
      </div>
      {sending.online ? null : (
        <div class="wrap" role="status">
          {lang.t('phone.net.offline')}
        </div>
      )}
    </header>
  );
}

interface LanguagesProps extends Pick<Phone, 'speak'> {
  readonly lang: PlainLang;
}

export const Languages = ({ lang, speak }: LanguagesProps) => (
  <nav class="langs" aria-label={lang.t('phone.languages')}>
    {LANGUAGES.map((code) => (
      <button
        key={code}
        type="button"
        class="plain"
        lang={code}
        aria-pressed={code === lang.code}
        onClick={() => speak(code)}
      >
        {NAMES[code]}
      </button>
    ))}
  </nav>
);
