import type { Column } from '#core/sheets/heads.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { BodyInput } from '../../bodies/forms.ts';
import type { Body, BodyId, BodyKind, BodyLink } from '../../bodies/schema.ts';
import type { Place } from '../../schema.ts';

/** What a row of a file says of a body. */
export interface BodyDraft extends Omit<BodyInput, 'slug'> {
  readonly id: BodyId;
  readonly slug: string;
  readonly to: PlainDate | null;
  readonly endedBy: string | null;
  readonly succeededBy: BodyId | null;
}

/** What a file of bodies is compared with. */
export interface BodyWorld {
  readonly forum: string;
  readonly bodies: readonly Body[];
  readonly links: readonly BodyLink[];
  readonly places: readonly Place[];
  readonly newId: () => BodyId;
}

/** Columns of bodies.csv in their order, with the words of people's own tables. */
export const BODY_COLUMNS: readonly Column[] = [
  { name: 'register', words: ['reyestr', 'реестр'] },
  { name: 'kind', words: ['type', 'növ', 'növü', 'qurumun növü', 'вид', 'тип'] },
  { name: 'slug', words: ['address word', 'ünvan sözü', 'адресное слово'] },
  {
    name: 'name_az',
    words: ['name', 'organisation', 'organization', 'body', 'ad', 'adı', 'qurum', 'təşkilat', 'qurumun adı', 'name az'],
  },
  { name: 'name_en', words: ['english name', 'ad ingiliscə', 'название на английском', 'name en'] },
  { name: 'name_ru', words: ['название', 'наименование', 'организация', 'ad rusca', 'название на русском', 'name ru'] },
  { name: 'short_az', words: ['short name', 'short', 'qısa ad', 'abreviatura', 'short az'] },
  { name: 'short_en', words: ['short en'] },
  { name: 'short_ru', words: ['краткое название', 'short ru'] },
  { name: 'place', words: ['village', 'community', 'yer', 'kənd', 'icma', 'место', 'село', 'община'] },
  { name: 'part_of', words: ['belongs to', 'tabe olduğu qurum', 'tərkibində', 'входит в'] },
  { name: 'classes', words: ['class', 'qrup', 'qruplar', 'группа', 'группы'] },
  { name: 'site', words: ['website', 'web', 'sayt', 'сайт'] },
  { name: 'email', words: ['e-mail', 'e-poçt', 'elektron poçt', 'эл. почта', 'почта'] },
  { name: 'phone', words: ['telephone', 'telefon', 'телефон'] },
  { name: 'address', words: ['ünvan', 'адрес'] },
  { name: 'valid_from', words: ['exists since', 'yaradılıb', 'существует с'] },
  { name: 'valid_to', words: ['ended', 'ləğv edilib', 'прекращено'] },
  { name: 'ended_by', words: ['act of ending', 'ləğv sənədi', 'акт о прекращении'] },
  { name: 'succeeded_by', words: ['successor', 'hüquqi varis', 'преемник'] },
  { name: 'source', words: ['mənbə', 'источник'] },
  // Written by exports ("demonstration data"), not read.
  { name: 'note', words: ['qeyd', 'примечание'] },
];

/** Words for kinds of bodies in people's own tables. */
export const BODY_WORDS: Partial<Readonly<Record<BodyKind, readonly string[]>>> = {
  excom: ['rih', 'rayon icra hakimiyyəti', 'executive committee', 'исполнительная власть', 'ив'],
  excom_representation: ['in', 'icra nümayəndəliyi', 'yerli in', 'представительство'],
  municipality: ['bələdiyyə', 'муниципалитет'],
  state_body: ['dövlət qurumu', 'dövlət orqanı', 'state body', 'государственный орган'],
  central_body: ['ministry', 'nazirlik', 'министерство'],
  parliament: ['milli məclis', 'парламент'],
  court: ['məhkəmə', 'суд'],
  community_council: ['cdc', 'iiş', 'icma inkişaf şurası', 'совет развития общины', 'сро'],
  neighbourhood_committee: ['mahalla committee', 'məhəllə komitəsi', 'махаллинский комитет'],
  cbo: ['iət', 'icma əsaslı təşkilat', 'общинная организация'],
  ngo: ['qht', 'ictimai birlik', 'ib', 'fond', 'нпо'],
  citizens_group: ['təşəbbüs qrupu', 'инициативная группа'],
  trade_union: ['həmkarlar ittifaqı', 'профсоюз'],
  media: ['kiv', 'сми'],
  public_council: ['ictimai şura', 'общественный совет'],
  forum: ['platform', 'platforma', 'платформа'],
  school: ['məktəb', 'школа'],
  health: ['hospital', 'xəstəxana', 'больница'],
  service_centre: ['asan', 'xidmət mərkəzi'],
  post: ['poçt', 'почта'],
  bank: ['банк'],
  operator: ['оператор'],
  company: ['enterprise', 'şirkət', 'müəssisə', 'mmc', 'компания', 'предприятие'],
  donor: ['донор'],
  international: ['beynəlxalq təşkilat', 'международная организация'],
  class: ['qrup', 'группа'],
};
