import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { Block, Paper } from '#core/papers/paper.ts';
import { ribbonPicture } from './motif.tsx';
import { ACCENTS } from './styles/tokens.ts';

/** What every paper of a forum has at its head and foot; `address`: where the living page is. */
export const paperFrame = (
  lang: Lang,
  forum: Forum,
  address: string,
): Pick<Paper, 'language' | 'head' | 'foot' | 'paging'> => ({
  language: lang.code,
  head: {
    ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto), accent: ACCENTS[forum.motif].light },
    ribbon: ribbonPicture(forum.motif),
    notice: forum.demonstration ? lang.t('ui.banner.demonstration') : null,
  },
  foot: address,
  paging: lang.t('ui.press.page', { page: '{page}', pages: '{pages}' }),
});

/** Lines to sign on, each with a place for the stamp where a body signs. */
export const signLines = (
  lang: Lang,
  signers: readonly { readonly role: string; readonly name: string }[],
  stamp = true,
): Block => ({
  kind: 'signs',
  signers,
  words: {
    ...{ signature: lang.t('ui.press.signature'), day: lang.t('ui.press.day') },
    stamp: stamp ? lang.t('ui.press.stamp') : null,
  },
});
