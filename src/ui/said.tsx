import type { Lang } from '#core/i18n/lang.ts';
import type { Chosen, Texts } from '#core/i18n/texts.ts';
import { OnlyIn } from './quotation.tsx';

/** What somebody wrote, in paragraphs and lines as it was written, in its own language. */
export const Said = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  const paragraphs = chosen.text.split(/\n{2,}/);
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        <p key={paragraph}>
          <Lines of={{ ...chosen, text: paragraph }} />
          {i === paragraphs.length - 1 ? <OnlyIn lang={lang} of={chosen} /> : null}
        </p>
      ))}
    </>
  );
};

/** The same as part of a line of small print. */
export const SaidInline = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  return (
    <>
      <Lines of={chosen} /> <OnlyIn lang={lang} of={chosen} />
    </>
  );
};

const Lines = ({ of }: { readonly of: Chosen }) => (
  <span lang={of.own ? undefined : of.language}>
    {of.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line, n) => [n > 0 ? <br /> : null, line])}
  </span>
);
