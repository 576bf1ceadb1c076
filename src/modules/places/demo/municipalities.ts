/** The five municipalities of the invented district, and the two that were merged into one of them. */
import type { CommunityKey, MunicipalityKey } from './district.ts';
import type { Days, Words } from './words.ts';

/** The territory of a municipality; the organisation of the same key stands in bodies.ts. */
export interface DemoMunicipality {
  readonly key: MunicipalityKey;
  readonly code: string;
  readonly name: Words;
  readonly communities: readonly CommunityKey[];
  readonly validFrom: Days;
  /** Last day; null while it exists. */
  readonly validTo: Days | null;
  readonly predecessors: readonly MunicipalityKey[];
  readonly note: Words | null;
}

export const DEMO_MUNICIPALITIES: readonly DemoMunicipality[] = [
  {
    key: 'mun_cemenarx',
    code: 'NM-DUR-B1',
    name: { az: 'Çəmənarx bələdiyyəsi', en: 'Chamanarkh Municipality', ru: 'Чеменархский муниципалитет' },
    communities: ['cemenarx', 'sefeqarx', 'tutlubend'],
    validFrom: -9480,
    validTo: null,
    predecessors: [],
    note: null,
  },
  {
    key: 'mun_pambiqarx',
    code: 'NM-DUR-B2',
    name: { az: 'Pambıqarx bələdiyyəsi', en: 'Pambigarkh Municipality', ru: 'Памбыгархский муниципалитет' },
    communities: ['pambiqarx', 'ucsoyud'],
    validFrom: -9480,
    validTo: null,
    predecessors: [],
    note: null,
  },
  {
    key: 'mun_agdurna',
    code: 'NM-DUR-B3',
    name: { az: 'Ağdurna bələdiyyəsi', en: 'Aghdurna Municipality', ru: 'Агдурнинский муниципалитет' },
    communities: ['agdurna', 'sunacala', 'goyqamis'],
    validFrom: -9480,
    validTo: null,
    predecessors: [],
    note: null,
  },
  {
    key: 'mun_qargicala',
    code: 'NM-DUR-B4',
    name: { az: 'Qarğıçala bələdiyyəsi', en: 'Gargichala Municipality', ru: 'Гаргычалинский муниципалитет' },
    communities: ['qargicala', 'nergizcala', 'lalecol'],
    validFrom: -9480,
    validTo: null,
    predecessors: [],
    note: null,
  },
  {
    key: 'mun_yovsanqobu',
    code: 'NM-DUR-B7',
    name: { az: 'Yovşanqobu bələdiyyəsi', en: 'Yovshangobu Municipality', ru: 'Йовшангобинский муниципалитет' },
    communities: ['yovsanqobu', 'iydeqobu', 'agkovsen', 'gunesqobu'],
    validFrom: -690,
    validTo: null,
    predecessors: ['mun_yovsanqobu_iydeqobu', 'mun_agkovsen'],
    note: {
      az: 'Yovşanqobu–İydəqobu və Ağkövşən bələdiyyələrinin birləşməsi yolu ilə yaradılıb.',
      en: 'Created by the merger of the Yovshangobu–Iydagobu and Aghkovshan municipalities.',
      ru: 'Создан путём слияния муниципалитетов Йовшангобу–Ийдагобу и Агкёвшан.',
    },
  },
  {
    key: 'mun_yovsanqobu_iydeqobu',
    code: 'NM-DUR-B5',
    name: {
      az: 'Yovşanqobu–İydəqobu bələdiyyəsi',
      en: 'Yovshangobu–Iydagobu Municipality',
      ru: 'Муниципалитет Йовшангобу–Ийдагобу',
    },
    communities: ['yovsanqobu', 'iydeqobu'],
    validFrom: -9480,
    validTo: -691,
    predecessors: [],
    note: {
      az: 'Birləşmə nəticəsində ləğv edilib. Hüquqi varisi Yovşanqobu bələdiyyəsidir.',
      en: 'Abolished by the merger. Its legal successor is the Yovshangobu Municipality.',
      ru: 'Упразднён при слиянии. Правопреемник: Йовшангобинский муниципалитет.',
    },
  },
  {
    key: 'mun_agkovsen',
    code: 'NM-DUR-B6',
    name: { az: 'Ağkövşən bələdiyyəsi', en: 'Aghkovshan Municipality', ru: 'Агкёвшанский муниципалитет' },
    communities: ['agkovsen', 'gunesqobu'],
    validFrom: -9480,
    validTo: -691,
    predecessors: [],
    note: {
      az: 'Birləşmə nəticəsində ləğv edilib. Hüquqi varisi Yovşanqobu bələdiyyəsidir.',
      en: 'Abolished by the merger. Its legal successor is the Yovshangobu Municipality.',
      ru: 'Упразднён при слиянии. Правопреемник: Йовшангобинский муниципалитет.',
    },
  },
];
