import type { Column } from '#core/sheets/heads.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { PlaceInput } from '../../forms.ts';
import type { PopulationInput } from '../../populations/forms.ts';
import type { Outline, Place, PlaceId, PlaceKind, Population, Succession } from '../../schema.ts';

/** What a row of a file says of a place. */
export interface PlaceDraft extends Omit<PlaceInput, 'slug'> {
  readonly id: PlaceId;
  readonly slug: string;
  readonly to: PlainDate | null;
  readonly endedBy: string | null;
  readonly mergedInto: PlaceId | null;
  /** The figure that stands in the same row. */
  readonly figure: PopulationInput | null;
}

/** What a file of places is compared with. */
export interface PlaceWorld {
  /** The forum whose rows may be written. */
  readonly forum: string;
  readonly country: string;
  readonly today: PlainDate;
  /** The forum's own places and the register's. */
  readonly places: readonly Place[];
  /** Of the forum's own places. */
  readonly outlines: ReadonlyMap<PlaceId, Outline>;
  readonly links: readonly Succession[];
  readonly figures: ReadonlyMap<PlaceId, readonly Population[]>;
  readonly newId: () => PlaceId;
}

/** Columns of places.csv in their order, with the words of people's own tables. */
export const PLACE_COLUMNS: readonly Column[] = [
  { name: 'register', words: ['reyestr', 'реестр'] },
  { name: 'kind', words: ['type', 'növ', 'növü', 'yerin növü', 'вид', 'тип'] },
  { name: 'slug', words: ['address word', 'ünvan sözü', 'адресное слово'] },
  { name: 'code', words: ['kod', 'kodu', 'код'] },
  { name: 'name_az', words: ['name', 'place', 'village', 'ad', 'adı', 'yerin adı', 'kənd', 'icma', 'name az'] },
  { name: 'name_en', words: ['english name', 'ad ingiliscə', 'название на английском', 'name en'] },
  { name: 'name_ru', words: ['название', 'наименование', 'село', 'ad rusca', 'название на русском', 'name ru'] },
  {
    name: 'parent',
    words: [
      'lies in',
      'municipality',
      'district',
      'bələdiyyə',
      'rayon',
      'tərkibində',
      'муниципалитет',
      'район',
      'входит в',
    ],
  },
  { name: 'territory', words: ['administrative territory', 'inzibati ərazi dairəsi', 'административная территория'] },
  { name: 'lat', words: ['latitude', 'enlik', 'en dairəsi', 'широта'] },
  { name: 'lon', words: ['longitude', 'lng', 'uzunluq', 'uzunluq dairəsi', 'долгота'] },
  { name: 'valid_from', words: ['exists since', 'yaradılıb', 'mövcuddur', 'существует с'] },
  { name: 'valid_to', words: ['ended', 'ləğv edilib', 'упразднено'] },
  { name: 'ended_by', words: ['act of ending', 'ləğv sənədi', 'акт об упразднении'] },
  { name: 'merged_into', words: ['birləşdirilib', 'hüquqi varis', 'присоединено к'] },
  { name: 'source', words: ['mənbə', 'источник'] },
  { name: 'people', words: ['population', 'inhabitants', 'əhali', 'əhalinin sayı', 'население', 'число жителей'] },
  { name: 'households', words: ['homes', 'ev', 'ailə', 'təsərrüfat', 'домохозяйства', 'дворы'] },
  { name: 'people_on', words: ['population on', 'əhali tarixi', 'дата населения'] },
  { name: 'people_source', words: ['population source', 'əhali mənbəyi', 'источник населения'] },
  { name: 'outline', words: ['geojson', 'sərhəd xətti', 'контур'] },
  // Written by exports ("demonstration data"), not read.
  { name: 'note', words: ['qeyd', 'примечание'] },
];

/** Words for kinds of places in people's own tables. */
export const KIND_WORDS: Readonly<Record<PlaceKind, readonly string[]>> = {
  country: ['ölkə', 'страна'],
  district: ['rayon', 'район'],
  municipality: ['bələdiyyə', 'муниципалитет'],
  territory: ['administrative territory', 'inzibati ərazi dairəsi', 'iəd', 'административная территория'],
  community: ['village', 'settlement', 'town', 'icma', 'kənd', 'qəsəbə', 'şəhər', 'община', 'село', 'посёлок', 'город'],
};
