import type { Lang } from '#core/i18n/lang.ts';
import { Section } from './layout.tsx';
import { Message } from './message.tsx';

export interface ResultProps {
  readonly lang: Lang;
  /** Language of those who hear of it. */
  readonly to: Lang;
  /** Under 600 characters, the address last. */
  readonly text: string;
  readonly subject: string;
}

/** After a deed: what came of it, in words to copy or share. Its page asks for the script `MESSAGE_SCRIPT`. */
export const Result = ({ lang, to, text, subject }: ResultProps) => (
  <Section title={lang.t('ui.result.title')} id="result">
    <p class="quiet">{lang.t('ui.result.lede')}</p>
    <Message lang={lang} to={to} id="m-result" text={text} subject={subject} />
  </Section>
);
