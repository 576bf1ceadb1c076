import type { ComponentChildren } from 'preact';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Sheet } from '#ui/sheet.tsx';

interface MinutesPrintProps {
  readonly lang: Lang;
  readonly forum: Forum;
  readonly title: string;
  readonly about: string;
  /** Not approved yet. */
  readonly draft: boolean;
  readonly address: string;
  readonly children: ComponentChildren;
}

/** Minutes on paper, with places for the signatures of chair and secretary and for the stamp. */
export const MinutesPrint = ({ lang, forum, title, about, draft, address, children }: MinutesPrintProps) => (
  <Sheet
    lang={lang}
    forum={{
      ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
      ...{ motif: forum.motif, demonstration: forum.demonstration },
    }}
    title={title}
    about={draft ? `${about}. ${lang.t('meetings.stage.draft')}` : about}
    signers={[lang.t('meetings.sign.chair'), lang.t('meetings.sign.secretary')]}
    foot={address}
  >
    {children}
  </Sheet>
);
