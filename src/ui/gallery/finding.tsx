import type { Lang } from '#core/i18n/lang.ts';
import { People } from '../dots.tsx';
import { Intervals } from '../intervals.tsx';
import { Section } from '../layout.tsx';
import { PlacesMap } from '../map.tsx';
import { sayIn } from './say.ts';

/** People, shares and places. */
export function Findings({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <>
      <Section title={say('Soruşulan 50 nəfərdən 13-ü xəbərdardır', '13 of the 50 asked know of the plan')}>
        <People lang={lang} n={50} yes={13} what={say('plandan xəbərdardır', 'know of the plan')} />
        <h3>{say('1 240 nəfərdən 412-si', '412 of 1,240')}</h3>
        <People lang={lang} n={1240} yes={412} what={say('portaldan istifadə edir', 'use the portal')} />
      </Section>
      <Section title={say('Məlumatlılıq', 'Awareness')}>
        <Intervals
          lang={lang}
          title={say('Plandan xəbərdar olanların payı', 'Share of those who know of the plan')}
          estimates={[
            { label: say('2026, məqsədli seçmə', '2026, people chosen by us'), share: 0.26, interval: null, n: 50 },
            {
              label: say('2027, təkrar rəy sorğusu', '2027, asked again'),
              share: 0.41,
              interval: { low: 0.33, high: 0.49 },
              n: 150,
              wave: 2,
            },
            { label: say('2017, hesabatda verildiyi kimi', '2017, as printed'), share: 0.25, interval: null, n: null },
            {
              label: say('Bələdiyyə üzvləri', 'Members of municipalities'),
              share: null,
              interval: null,
              n: 4,
              note: say('say az olduğu üçün göstərilmir', 'too few to show'),
            },
          ]}
        />
      </Section>
      <Section title={say('Haradadır?', 'Where?')}>
        <SampleMap lang={lang} />
      </Section>
    </>
  );
}

const OUTLINE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [48.1, 39.82],
      [48.16, 39.99],
      [48.31, 40.09],
      [48.52, 40.13],
      [48.78, 40.06],
      [48.92, 39.94],
      [48.83, 39.79],
      [48.6, 39.7],
      [48.36, 39.68],
      [48.1, 39.82],
    ],
  ],
};

function SampleMap({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  const village = (name: string, lon: number, lat: number, kind: 'round' | 'ring' | 'square' = 'ring') => ({
    name,
    lon,
    lat,
    kind,
    href: `#${name}`,
  });
  return (
    <PlacesMap
      lang={lang}
      title={say('Nümunə rayonunun uydurma xəritəsi', 'A made-up map of the example district')}
      outline={OUTLINE}
      points={[
        village('Nümunəşəhər', 48.48, 39.93, 'square'),
        village('Çinarlıyaz', 48.24, 39.85, 'round'),
        village('Günəşlidərə', 48.3, 40.0),
        village('Əzgilliobası', 48.62, 40.04, 'round'),
        village('Şırşırlıkənd', 48.66, 40.0),
        village('İldırımlar', 48.8, 39.93),
        village('Öküzyaylağı', 48.6, 39.79),
        village('Qarağacüstü', 48.42, 39.76, 'round'),
      ]}
      legend={[
        { kind: 'square', label: say('rayon mərkəzi', 'district centre') },
        { kind: 'round', label: say('terminal işləyir', 'terminal works') },
        { kind: 'ring', label: say('terminal yoxdur', 'no terminal') },
      ]}
    />
  );
}
