import { useEffect, useState } from 'preact/hooks';
import type { PlainLang } from '#core/i18n/plain-lang.ts';
import { isLanguage, type LanguageCode } from '#core/i18n/texts.ts';
import { partsOf } from '#modules/meetings/projector/rules.ts';
import { Wall } from '#ui/wall.tsx';
import type { WallNews } from './pictures.ts';
import { ASK, WALL_CHANNEL } from './use-wall.ts';

const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];
const FORTH = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];

interface WallWindowProps {
  /** Id of the desk whose meeting it shows. */
  readonly desk: string;
  readonly langOf: (code: LanguageCode) => PlainLang;
  readonly first: LanguageCode;
}

/**
 * The window on the projector. It knows only what the desk's window tells it, reads nothing of the device and so asks for
 * no PIN. It follows the meeting until a key leads to another picture; Home follows it again.
 */
export function WallWindow({ desk, langOf, first }: WallWindowProps) {
  const [news, hear] = useState<WallNews | null>(null);
  const [chosen, choose] = useState<number | null>(null);
  const code = news && isLanguage(news.lang) ? news.lang : first;
  const lang = langOf(code);
  useEffect(() => {
    const channel = new BroadcastChannel(WALL_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<WallNews | typeof ASK>) => {
      if (data !== ASK && data.desk === desk) hear(data);
    };
    channel.postMessage(ASK);
    return () => channel.close();
  }, [desk]);
  useEffect(() => {
    document.documentElement.lang = code;
    document.title = lang.t('phone.wall.open');
  }, [code]);
  const pictures = (news?.pictures ?? []).flatMap((picture, of) =>
    partsOf(picture.words).map((shown, i, all) => ({ ...picture, of, shown, part: i + 1, parts: all.length })),
  );
  const now = pictures.findIndex(({ of }) => of === news?.now);
  const at = Math.min(chosen ?? Math.max(now, 0), pictures.length - 1);
  // The keys of this moment's picture
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const by = FORTH.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : null;
      if (by === null && event.key !== 'Home') return;
      event.preventDefault();
      choose(by === null ? null : Math.min(Math.max(at + by, 0), pictures.length - 1));
    };
    addEventListener('keydown', pressed);
    const moved = () => {
      const asked = Number(/^#\/wall\/[^/]+\/(\d+)$/.exec(location.hash)?.[1] ?? 0);
      if (asked > 0) choose(asked - 1);
    };
    addEventListener('hashchange', moved);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('hashchange', moved);
    };
  });
  const picture = pictures[at];
  const to = (place: number, label: string) => ({ href: `#/wall/${desk}/${place + 1}`, label });
  if (!picture)
    return (
      <main>
        <Wall
          {...{ over: lang.t('phone.title'), size: 50, look: null, back: null, forth: null, others: [] }}
          lines={[lang.t('phone.wall.waiting')]}
          facts={[{ sign: '○', words: lang.t('phone.wall.waiting_what') }]}
          name={lang.t('phone.wall.name')}
        />
      </main>
    );
  const { over, about, shown, facts, part, parts } = picture;
  return (
    <main>
      <Wall
        over={[over, ...(parts > 1 ? [lang.t('phone.wall.part', { part, parts })] : [])].join(' · ')}
        {...{ about, facts, size: shown.size, lines: shown.lines, look: null, others: [] }}
        back={at > 0 ? to(at - 1, lang.t('phone.wall.back')) : null}
        forth={at < pictures.length - 1 ? to(at + 1, lang.t('phone.wall.forth')) : null}
        name={`${lang.t('phone.wall.name')}. ${lang.t('phone.wall.keys')}`}
      />
    </main>
  );
}
