import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Chosen } from '#core/i18n/texts.ts';

/** A text that may stand in another language than the page: marked for screen readers and, in small words, for eyes. */
export const ChosenText = ({ lang, of }: { readonly lang: Lang; readonly of: Chosen }) =>
  of.own ? (
    <span>{of.text}</span>
  ) : (
    <>
      <span lang={of.language}>{of.text}</span> <OnlyIn lang={lang} of={of} />
    </>
  );

/** "only in Azerbaijani"; nothing when the text is in the reader's language. */
export const OnlyIn = ({ lang, of }: { readonly lang: Lang; readonly of: Chosen }) =>
  of.own ? null : <small class="quiet only">({lang.t(`core.only_in.${of.language}`)})</small>;

interface QuotationProps {
  readonly lang: Lang;
  readonly of: Chosen;
  /** Where it is from: document, article, date. */
  readonly source?: ComponentChildren;
}

/** The exact words of a document, never translated silently. */
export const Quotation = ({ lang, of, source }: QuotationProps) => (
  <figure class="quote">
    <blockquote lang={of.own ? undefined : of.language}>{of.text}</blockquote>
    {source || !of.own ? (
      <figcaption>
        {source} <OnlyIn lang={lang} of={of} />
      </figcaption>
    ) : null}
  </figure>
);
