import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { type MotifNumber, Ribbon } from './motif.tsx';

interface SheetProps {
  readonly lang: Lang;
  readonly forum: {
    readonly name: string;
    readonly motto: string;
    readonly motif: MotifNumber;
    readonly demonstration: boolean;
  };
  readonly title: string;
  /** Under the title: number, place, day. */
  readonly about?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Who signs; each gets a line and a place for the stamp ("imza, M.Y."). */
  readonly signers?: readonly string[] | undefined;
  /** At the foot: where the living page is, when this was printed. */
  readonly foot?: ComponentChildren;
}

/** One sheet of paper with letterhead, for the wall or the file. Use it as `main` of a `bare` page. */
export const Sheet = ({ lang, forum, title, about, children, signers, foot }: SheetProps) => (
  <article class="sheet">
    <header>
      <p class="name">{forum.name}</p>
      {forum.motto ? <p class="quiet small">{forum.motto}</p> : null}
      <Ribbon motif={forum.motif} />
      {forum.demonstration ? <p class="small">{lang.t('ui.banner.demonstration')}</p> : null}
    </header>
    <h1>{title}</h1>
    {about ? <p class="quiet">{about}</p> : null}
    {children}
    {signers && signers.length > 0 ? (
      <div class="signs">
        {signers.map((signer) => (
          <div key={signer}>
            <p>{signer}</p>
            <p class="line">{lang.t('ui.sheet.sign')}</p>
          </div>
        ))}
      </div>
    ) : null}
    {foot ? <footer class="small quiet">{foot}</footer> : null}
  </article>
);
