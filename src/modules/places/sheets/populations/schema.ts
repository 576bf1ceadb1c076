import type { Column } from '#core/sheets/heads.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { PopulationInput } from '../../populations/forms.ts';
import type { Place, PlaceId, Population } from '../../schema.ts';

/** Columns of populations.csv in their order, with the words of people's own tables. */
export const POPULATION_COLUMNS: readonly Column[] = [
  { name: 'register', words: ['reyestr', 'реестр'] },
  {
    name: 'place',
    words: ['slug', 'name', 'village', 'community', 'yer', 'kənd', 'icma', 'ad', 'место', 'село', 'община'],
  },
  { name: 'day', words: ['date', 'people on', 'population on', 'tarix', 'дата'] },
  { name: 'people', words: ['population', 'inhabitants', 'əhali', 'əhalinin sayı', 'население', 'число жителей'] },
  { name: 'households', words: ['homes', 'ev', 'ailə', 'təsərrüfat', 'домохозяйства', 'дворы'] },
  { name: 'source', words: ['people source', 'mənbə', 'источник'] },
  // Written by exports ("demonstration data"), not read.
  { name: 'note', words: ['qeyd', 'примечание'] },
];

export interface FigureDraft extends PopulationInput {
  readonly id: string;
  readonly place: PlaceId;
}

export interface FigureWorld {
  readonly forum: string;
  readonly today: PlainDate;
  readonly places: readonly Place[];
  readonly figures: ReadonlyMap<PlaceId, readonly Population[]>;
}
