import type { ComponentChildren } from 'preact';
import type { LanguageCode } from '#core/i18n/texts.ts';

interface PageTitleProps {
  readonly title: ComponentChildren;
  /** What kind of thing it is and its number: "Measure 1.1". */
  readonly over?: string | undefined;
  /** One sentence that says what this page means to the reader. */
  readonly lede?: ComponentChildren | undefined;
  /** State chips and other short facts. */
  readonly state?: ComponentChildren | undefined;
  /** Language of the title where it is not the page's. */
  readonly titleLang?: LanguageCode | undefined;
}

/** The one h1 of a page with its state and its meaning in a sentence. */
export const PageTitle = ({ title, over, lede, state, titleLang }: PageTitleProps) => (
  <div class="title">
    {over ? <p class="over">{over}</p> : null}
    <h1 lang={titleLang}>{title}</h1>
    {lede ? <p class="lede">{lede}</p> : null}
    {state ? <div class="now">{state}</div> : null}
  </div>
);
