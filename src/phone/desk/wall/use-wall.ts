import { useEffect } from 'preact/hooks';
import { usePhone } from '../../shell/phone.ts';
import type { Elections } from '../election/use-elections.ts';
import type { Desk } from '../use-desk.ts';
import { type WallNews, wallOf } from './pictures.ts';

/** Between the windows of one laptop; nothing goes further. */
export const WALL_CHANNEL = 'ortaq-wall';
export const ASK = 'ask';

/** Tells the projector's window what to show, after every step and whenever it asks. */
export function useWall(desk: Desk | 'none' | null, elections: Elections | null): void {
  const { lang } = usePhone();
  useEffect(() => {
    if (desk === null || desk === 'none') return;
    const { snapshot, walked, kept } = desk;
    const channel = new BroadcastChannel(WALL_CHANNEL);
    const tell = (): void => {
      const news: WallNews = {
        ...{ desk: kept.id, lang: lang.code },
        ...wallOf({ lang, snapshot, hall: walked.hall, elections }),
      };
      channel.postMessage(news);
    };
    channel.onmessage = ({ data }) => data === ASK && tell();
    tell();
    return () => channel.close();
  });
}
