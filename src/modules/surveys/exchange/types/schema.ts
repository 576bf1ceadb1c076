/** What a type of question becomes in an XForm. */
export interface TypeForm {
  /** Element of the body; null: not shown. */
  readonly control: 'input' | 'select' | 'select1' | 'odk:rank' | 'upload' | 'trigger' | 'range' | null;
  readonly media?: string;
  readonly bind: Readonly<Record<string, string>>;
  readonly hint?: string;
}

const input = (type: string): TypeForm => ({ control: 'input', bind: { type } });
const upload = (media: string): TypeForm => ({ control: 'upload', media, bind: { type: 'binary' } });
const fact = (type: string, preload: string, params: string): TypeForm => ({
  control: null,
  bind: { type, 'jr:preload': preload, 'jr:preloadParams': params },
});
const unseen = (type: string): TypeForm => ({ control: null, bind: { type } });
const bounded = (most: number, hint?: string): TypeForm => ({
  control: 'input',
  bind: { type: 'int', constraint: `0 <= . and . <= ${most}` },
  ...(hint ? { hint } : {}),
});

/** Types by their right spelling (https://xlsform.org/en/ref-table/). */
export const TYPES: Readonly<Record<string, TypeForm>> = {
  text: input('string'),
  integer: input('int'),
  decimal: input('decimal'),
  date: input('date'),
  time: input('time'),
  dateTime: input('dateTime'),
  geopoint: input('geopoint'),
  geotrace: input('geotrace'),
  geoshape: input('geoshape'),
  barcode: input('barcode'),
  note: { control: 'input', bind: { type: 'string', readonly: 'true()' } },
  acknowledge: { control: 'trigger', bind: { type: 'string' } },
  range: { control: 'range', bind: { type: 'int' } },
  select_one: { control: 'select1', bind: { type: 'string' } },
  select_one_external: input('string'),
  select_multiple: { control: 'select', bind: { type: 'string' } },
  rank: { control: 'odk:rank', bind: { type: 'odk:rank' } },
  image: upload('image/*'),
  audio: upload('audio/*'),
  video: upload('video/*'),
  file: upload('application/*'),
  osm: upload('osm/*'),
  calculate: unseen('string'),
  hidden: unseen('string'),
  start: fact('dateTime', 'timestamp', 'start'),
  end: fact('dateTime', 'timestamp', 'end'),
  today: fact('date', 'date', 'today'),
  deviceid: fact('string', 'property', 'deviceid'),
  subscriberid: fact('string', 'property', 'subscriberid'),
  simserial: fact('string', 'property', 'simserial'),
  phonenumber: fact('string', 'property', 'phonenumber'),
  username: fact('string', 'property', 'username'),
  email: fact('string', 'property', 'email'),
  'uri:subscriberid': fact('string', 'property', 'uri:subscriberid'),
  'uri:phonenumber': fact('string', 'property', 'uri:phonenumber'),
  'uri:simserial': fact('string', 'property', 'uri:simserial'),
  'uri:deviceid': fact('string', 'property', 'uri:deviceid'),
  'uri:username': fact('string', 'property', 'uri:username'),
  'uri:email': fact('string', 'property', 'uri:email'),
  audit: unseen('binary'),
  'start-geopoint': unseen('geopoint'),
  'background-geopoint': unseen('geopoint'),
  'background-audio': unseen('binary'),
  'xml-external': unseen('string'),
  'csv-external': unseen('string'),
  percentage: bounded(100),
  'phone number': {
    control: 'input',
    bind: { type: 'string', constraint: "regex(., '^\\d*$')" },
    hint: 'Enter numbers only.',
  },
  'number of days in last month': bounded(31, 'Enter a number 0-31.'),
  'number of days in last six months': bounded(183, 'Enter a number 0-183.'),
  'number of days in last year': bounded(365, 'Enter a number 0-365.'),
};

/** Names of types in older forms. */
export const OLD_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  'add text prompt': 'text',
  'q string': 'text',
  int: 'integer',
  'add integer prompt': 'integer',
  'q int': 'integer',
  'add decimal prompt': 'decimal',
  'q decimal': 'decimal',
  'add date prompt': 'date',
  'q date': 'date',
  datetime: 'dateTime',
  'date time': 'dateTime',
  'add date time prompt': 'dateTime',
  'add dateTime prompt': 'dateTime',
  'q date time': 'dateTime',
  'q dateTime': 'dateTime',
  location: 'geopoint',
  gps: 'geopoint',
  'q location': 'geopoint',
  'q geopoint': 'geopoint',
  'add location prompt': 'geopoint',
  'add barcode prompt': 'barcode',
  'q barcode': 'barcode',
  'add note prompt': 'note',
  'q note': 'note',
  trigger: 'acknowledge',
  'add acknowledge prompt': 'acknowledge',
  'q acknowledge': 'acknowledge',
  photo: 'image',
  'q picture': 'image',
  'q image': 'image',
  'add image prompt': 'image',
  'add photo prompt': 'image',
  'q audio': 'audio',
  'add audio prompt': 'audio',
  'q video': 'video',
  'add video prompt': 'video',
  'add file prompt': 'file',
  'add calculate prompt': 'calculate',
  'q calculate': 'calculate',
  'get start time': 'start',
  'start time': 'start',
  'get end time': 'end',
  'end time': 'end',
  'get today': 'today',
  imei: 'deviceid',
  'device id': 'deviceid',
  'get device id': 'deviceid',
  'subscriber id': 'subscriberid',
  'get subscriber id': 'subscriberid',
  'sim id': 'simserial',
  'get sim id': 'simserial',
  'get phone number': 'phonenumber',
};

/** Words before the name of a list -> right spelling and where the choices come from. */
export const SELECTS: Readonly<Record<string, readonly [type: string, from: 'choices' | 'file' | 'external']>> = {
  'add select one prompt using': ['select_one', 'choices'],
  'add select multiple prompt using': ['select_multiple', 'choices'],
  'select all that apply from': ['select_multiple', 'choices'],
  'select one from file': ['select_one', 'file'],
  'select multiple from file': ['select_multiple', 'file'],
  'select one from': ['select_one', 'choices'],
  'select one using': ['select_one', 'choices'],
  'select multiple from': ['select_multiple', 'choices'],
  'select multiple using': ['select_multiple', 'choices'],
  'select one': ['select_one', 'choices'],
  'select multiple': ['select_multiple', 'choices'],
  'select all that apply': ['select_multiple', 'choices'],
  select1: ['select_one', 'choices'],
  select_one_from_file: ['select_one', 'file'],
  select_multiple_from_file: ['select_multiple', 'file'],
  select_one_external: ['select_one_external', 'external'],
  select_one: ['select_one', 'choices'],
  select_multiple: ['select_multiple', 'choices'],
  rank: ['rank', 'choices'],
};

/** Words after "begin" and "end". */
export const SECTIONS: Readonly<Record<string, 'group' | 'repeat' | 'loop'>> = {
  group: 'group',
  lgroup: 'repeat',
  repeat: 'repeat',
  loop: 'loop',
  'looped group': 'repeat',
};
