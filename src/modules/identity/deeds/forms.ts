import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { idOf } from '../people/forms.ts';

/** Which deed, for whom (null: whoever the body sends), and the language of the message for an unknown receiver. */
export interface LinkForm {
  readonly command: string;
  readonly object: string;
  readonly person: string | null;
  readonly language: LanguageCode;
  /** Also by e-mail, where the receiver has an address. */
  readonly send: boolean;
}

/** null: the hidden fields were not those of our page. */
export function linkForm(fields: { text(name: string): string }): LinkForm | null {
  const [command, object, language] = [fields.text('command'), idOf(fields.text('object')), fields.text('language')];
  if (!object || !/^[a-z]+(\.[a-z_]+){1,2}$/.test(command)) return null;
  return {
    command,
    object,
    person: idOf(fields.text('person')),
    send: fields.text('send') === 'yes',
    language: isLanguage(language) ? language : 'az',
  };
}
