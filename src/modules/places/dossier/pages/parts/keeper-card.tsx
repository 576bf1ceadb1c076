import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Link } from '#ui/link.tsx';
import type { Place } from '../../../schema.ts';
import { TakeDown } from '../../../withheld/pages/take-down.tsx';
import { PLACE_TEXT_NAMES, PLACE_TEXTS, wordOf } from '../../../withheld/rules.ts';

interface KeeperCardProps {
  readonly lang: Lang;
  readonly place: Place;
  /** By which act it ended, as the page shows it. */
  readonly act: string | null;
  readonly at: (path: string) => string;
}

/** What a coordinator can do with a place, where the place stands. */
export function KeeperCard({ lang, place, act, at }: KeeperCardProps) {
  const below = (deed: string) => at(`/places/${place.slug}/${deed}`);
  const shown = { source: place.source, endedBy: act };
  return (
    <Card title={lang.t('places.keep.title')} level={2}>
      <ul class="plainlist">
        <li>
          <Link href={below('correction')}>{lang.t('places.keep.correct')}</Link>
        </li>
        <li>
          <Link href={below('populations')}>{lang.t('places.keep.population')}</Link>
        </li>
        {place.to === null ? (
          <>
            <li>
              <Link href={below('mergers')}>{lang.t('places.keep.merge')}</Link>
            </li>
            <li>
              <Link href={below('closure')}>{lang.t('places.keep.close')}</Link>
            </li>
          </>
        ) : (
          <li>
            <Link href={below('reopening')}>{lang.t('places.keep.reopen')}</Link>
          </li>
        )}
        <TakeDown
          lang={lang}
          at={at}
          texts={PLACE_TEXT_NAMES.filter((text) => shown[text]).map((text) => ({
            ...{ type: PLACE_TEXTS[text], id: place.id, name: lang.t(wordOf(PLACE_TEXTS[text])) },
          }))}
        />
      </ul>
    </Card>
  );
}
