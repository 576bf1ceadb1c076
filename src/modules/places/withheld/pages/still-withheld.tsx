import type { Lang } from '#core/i18n/lang.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import { Notice } from '#ui/notice.tsx';
import { withheldWords } from '#ui/withheld.tsx';

export interface StillWithheldProps {
  readonly lang: Lang;
  /** The texts of the form that are withheld because of a demand. */
  readonly texts: readonly { readonly name: string; readonly withheld: Withheld }[];
}

/** Above a form whose fields hold a withheld text: whoever corrects it is told that it stays withheld. */
export const StillWithheld = ({ lang, texts }: StillWithheldProps) =>
  texts.length === 0 ? null : (
    <Notice warn title={lang.t('places.withheld.form')}>
      <ul>
        {texts.map(({ name, withheld }) => (
          <li key={name}>
            {name}: {withheldWords(lang, withheld)}
          </li>
        ))}
      </ul>
    </Notice>
  );
