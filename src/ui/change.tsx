import type { Lang } from '#core/i18n/lang.ts';
import { diff } from './diff.ts';

interface ChangeProps {
  readonly lang: Lang;
  readonly before: string;
  readonly after: string;
  /** Language of both texts, where it is not the page's. */
  readonly textLang?: string | undefined;
}

/** Two wordings in one: struck words went, underlined words came; said in words to a screen reader, readable in grey print. */
export const Change = ({ lang, before, after, textLang }: ChangeProps) => (
  <p class="change" lang={textLang}>
    {diff(before, after).map((piece) => {
      if (piece.kind === 'same') return piece.text;
      const Mark = piece.kind === 'cut' ? 'del' : 'ins';
      return (
        <>
          <Mark>
            <span class="vh" lang={lang.code}>
              {lang.t(`ui.change.${piece.kind}`)}{' '}
            </span>
            {piece.text}
          </Mark>
          <span class="vh" lang={lang.code}>
            {' '}
            {lang.t('ui.change.end')}{' '}
          </span>
        </>
      );
    })}
  </p>
);
