import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

interface PlacesTabsProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly current: 'places' | 'bodies';
}

/** Where, and who: the two lists of this part of the menu. */
export const PlacesTabs = ({ lang, at, current }: PlacesTabsProps) => (
  <Tabs
    name={lang.t('places.menu')}
    current={current}
    tabs={[
      { id: 'places', label: lang.t('places.tabs.places'), href: at('/places') },
      { id: 'bodies', label: lang.t('places.tabs.bodies'), href: at('/bodies') },
    ]}
  />
);
