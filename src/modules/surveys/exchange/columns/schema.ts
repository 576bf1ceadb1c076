/** Heads of the sheet "survey" that stand for themselves. */
export const SURVEY_COLUMNS: readonly string[] = [
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'default',
  'trigger',
  'choice_filter',
  'parameters',
  'bind',
  'control',
  'instance',
  'media',
  'intent',
  'disabled',
  'query',
  'flat',
  'columns',
  'itemset',
];

/** Other names of columns of the sheet "survey". */
export const SURVEY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  caption: ['label'],
  command: ['type'],
  tag: ['name'],
  value: ['name'],
  body: ['control'],
  relevant: ['bind', 'relevant'],
  relevance: ['bind', 'relevant'],
  required: ['bind', 'required'],
  readonly: ['bind', 'readonly'],
  read_only: ['bind', 'readonly'],
  constraint: ['bind', 'constraint'],
  constraint_message: ['bind', 'jr:constraintMsg'],
  constraining_message: ['bind', 'jr:constraintMsg'],
  required_message: ['bind', 'jr:requiredMsg'],
  requiredmsg: ['bind', 'jr:requiredMsg'],
  noapperrorstring: ['bind', 'jr:noAppErrorString'],
  no_app_error_string: ['bind', 'jr:noAppErrorString'],
  calculation: ['bind', 'calculate'],
  calculate: ['bind', 'calculate'],
  save_to: ['bind', 'entities:saveto'],
  appearance: ['control', 'appearance'],
  count: ['control', 'jr:count'],
  repeat_count: ['control', 'jr:count'],
  'jr:count': ['control', 'jr:count'],
  autoplay: ['control', 'autoplay'],
  rows: ['control', 'rows'],
  image: ['media', 'image'],
  'big-image': ['media', 'big-image'],
  audio: ['media', 'audio'],
  video: ['media', 'video'],
  compact_tag: ['instance', 'odk:tag'],
};

export const CHOICE_COLUMNS: readonly string[] = ['list_name', 'name', 'label', 'media'];
export const CHOICE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  caption: ['label'],
  value: ['name'],
  list: ['list_name'],
  image: ['media', 'image'],
  'big-image': ['media', 'big-image'],
  audio: ['media', 'audio'],
  video: ['media', 'video'],
};

export const SETTING_COLUMNS: readonly string[] = [
  'title',
  'id_string',
  'version',
  'default_language',
  'name',
  'style',
  'instance_name',
  'instance_id',
  'instance_xmlns',
  'public_key',
  'submission_url',
  'auto_send',
  'auto_delete',
  'namespaces',
  'attribute',
  'prefix',
  'delimiter',
  'omit_instanceid',
  'allow_choice_duplicates',
  'clean_text_values',
  'client_editable',
  'sms_keyword',
  'sms_separator',
];
export const SETTING_ALIASES: Readonly<Record<string, readonly string[]>> = {
  form_title: ['title'],
  set_form_title: ['title'],
  form_id: ['id_string'],
  set_form_id: ['id_string'],
};

export const ENTITY_COLUMNS: readonly string[] = ['dataset', 'label', 'entity_id', 'create_if', 'update_if', 'repeat'];
export const ENTITY_ALIASES: Readonly<Record<string, readonly string[]>> = { list_name: ['dataset'] };

/** Columns whose text may be said in several languages, with the name by which people know them. */
export const SPOKEN: Readonly<Record<string, string>> = {
  label: 'label',
  hint: 'hint',
  guidance_hint: 'guidance_hint',
  'bind jr:constraintMsg': 'constraint_message',
  'bind jr:requiredMsg': 'required_message',
  'media image': 'image',
  'media big-image': 'big-image',
  'media audio': 'audio',
  'media video': 'video',
};
