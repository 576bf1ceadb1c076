import type { Lang } from '#core/i18n/lang.ts';
import { diff, type Piece } from './diff.ts';

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
    {diff(before, after).map((piece) => marked(lang, piece))}
  </p>
);

/** One of two wordings that stand side by side: the earlier with what went, or the later with what came. */
export const ChangeSide = ({
  lang,
  before,
  after,
  textLang,
  side,
}: ChangeProps & { readonly side: 'before' | 'after' }) => (
  <p class="change" lang={textLang}>
    {diff(before, after)
      .filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'cut'))
      .map((piece) => marked(lang, piece))}
  </p>
);

function marked(lang: Lang, { kind, text }: Piece) {
  if (kind === 'same') return text;
  const Mark = kind === 'cut' ? 'del' : 'ins';
  return (
    <>
      <Mark>
        <span class="vh" lang={lang.code}>
          {lang.t(`ui.change.${kind}`)}{' '}
        </span>
        {text}
      </Mark>
      <span class="vh" lang={lang.code}>
        {' '}
        {lang.t('ui.change.end')}{' '}
      </span>
    </>
  );
}
