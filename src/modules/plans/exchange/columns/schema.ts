/**
 * The columns of our own file of plans, in their order: one row is one measure. Names are fixed for ever, in English,
 * so that programs can rely on them. A column that ends in a language is one text; columns in the plural are lists
 * whose lines belong together (line 2 of `executors`, of `executor_roles`, ...), see ../cells/rules.ts.
 */
export const MEASURE_COLUMNS = [
  ...['plan', 'point_no', 'point_az', 'point_en', 'point_ru', 'point_note'],
  ...['measure_no', 'title_az', 'title_en', 'title_ru', 'text_az', 'text_en', 'text_ru'],
  ...['problem_az', 'problem_en', 'problem_ru', 'starts_on', 'due_on', 'due_text', 'budget', 'currency'],
  ...['legal_basis', 'source_url', 'source_note'],
  ...['executors', 'executor_roles', 'executor_kinds', 'executor_names_az', 'executor_names_en', 'executor_names_ru'],
  ...['executors_text', 'local_executor', 'localises', 'ogp_values', 'tags', 'places'],
  ...['milestones_az', 'milestones_en', 'milestones_ru', 'milestone_days'],
  ...['milestones_done', 'milestone_sources', 'milestone_urls'],
  ...['indicators_az', 'indicators_en', 'indicators_ru', 'indicator_units_az', 'indicator_units_en'],
  ...['indicator_units_ru', 'indicator_directions', 'indicator_baselines', 'indicator_baseline_days'],
  ...['indicator_baseline_sources', 'indicator_baseline_urls', 'indicator_targets'],
  ...['added_on', 'added_decision', 'added_url'],
  ...['withdrawn_on', 'withdrawal_decision', 'withdrawal_url'],
  ...['withdrawal_reason_az', 'withdrawal_reason_en', 'withdrawal_reason_ru'],
] as const satisfies readonly string[];

/** What is said of the plan itself, repeated in each of its rows so that one flat file holds all of it. */
const PLAN_COLUMNS = [
  ...['plan_kind', 'plan_language', 'plan_title_az', 'plan_title_en', 'plan_title_ru'],
  ...['plan_summary_az', 'plan_summary_en', 'plan_summary_ru', 'plan_rendering', 'plan_starts_on', 'plan_ends_on'],
  ...['plan_executor_voice', 'plan_reported_measures', 'plan_reported_points', 'plan_reported_local'],
  ...['plan_reported_source', 'plan_source_url', 'plan_reply_days', 'plan_extension_days'],
  ...['plan_stages', 'plan_stage_days', 'plan_stage_sources', 'plan_stage_urls'],
  ...['plan_report_days', 'plan_report_bases'],
] as const satisfies readonly string[];

/** Written by exports and never read: voices cannot be brought in by a file, and an amendment is a deed of its own. */
export const READ_ONLY_COLUMNS = [
  ...['amended_on', 'executors_total', 'executor_says', 'executors_known', 'executors_complete', 'executors_unproven'],
  ...['civil_finds', 'civil_known', 'civil_complete', 'late', 'forum', 'demonstration'],
] as const satisfies readonly string[];

/** Our file as it is written. */
export const COLUMNS: readonly string[] = [...MEASURE_COLUMNS, ...PLAN_COLUMNS, ...READ_ONLY_COLUMNS];

/** Columns of people's own tables that are read in another way than ours: the plan's own words in one language. */
export const FOREIGN = ['point', 'measure', 'indicator', 'lead_and_participants', 'lead', 'participants', 'deadline'];

/** What people write above their columns, beside the names themselves. Compared after folding (case, accents, dots). */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  point_no: ['area no', 'area number', 'istiqamət №', 'istiqamətin nömrəsi', '№ направления', 'номер направления'],
  point: [
    ...['area', 'areas', 'policy area', 'thematic area', 'direction', 'istiqamət', 'istiqamətlər', 'istiqamətin adı'],
    ...['направление', 'направления', 'наименование направления', 'раздел'],
  ],
  measure_no: [
    ...['no', 'nr', 'n', '№', 'number', 'measure number', 'commitment number', 'sıra №', 'sıra №-si', 's/s', 's/n'],
    ...['sıra', 'sıra sayı', 'sıra nömrəsi', 'nömrə', 'nömrəsi', 'tədbir №', 'tədbirin nömrəsi', 'n/n', 'п/п', '№ п/п'],
    ...['номер', 'пп', 'номер меры', 'no measure'],
  ],
  measure: [
    ...['measures', 'activity', 'activities', 'action', 'actions', 'commitment', 'name of measure', 'title', 'text'],
    ...['tədbir', 'tədbirlər', 'tədbirin adı', 'tədbirlərin adı', 'tədbirin məzmunu', 'görüləcək tədbir'],
    ...['görüləcək tədbirlər', 'görüləcək işlər', 'fəaliyyət', 'fəaliyyətlər', 'tədbirin mətni', 'mətn', 'başlıq'],
    ...['мера', 'меры', 'мероприятие', 'мероприятия', 'наименование мероприятия', 'наименование мероприятий'],
    ...['содержание мероприятия', 'действие', 'действия', 'название меры'],
  ],
  indicator: [
    ...['indicators', 'evaluation indicator', 'evaluation indicators', 'performance indicator', 'result indicator'],
    ...['göstərici', 'göstəricilər', 'indikator', 'indikatorlar', 'qiymətləndirmə indikatoru', 'nəticə göstəricisi'],
    ...['qiymətləndirmə indikatorları', 'icra göstəricisi', 'icra indikatoru', 'nəticə indikatoru'],
    ...['показатель', 'показатели', 'индикатор', 'индикаторы', 'индикатор оценки', 'оценочный индикатор'],
  ],
  lead_and_participants: [
    ...[
      'implementer',
      'implementers',
      'executor',
      'executors',
      'executing body',
      'executing bodies',
      'implementing agency',
    ],
    ...['implementing agencies', 'responsible', 'responsible body', 'responsible institution', 'lead and participants'],
    ...['icraçı', 'icraçılar', 'icra edən', 'icra edən qurum', 'icra edən qurumlar', 'icraçı qurum', 'icraçı qurumlar'],
    ...['məsul icraçı', 'məsul icraçılar', 'məsul qurum', 'məsul qurumlar', 'məsul orqan', 'məsul orqanlar'],
    ...[
      'исполнитель',
      'исполнители',
      'ответственный',
      'ответственные',
      'ответственные исполнители',
      'ответственный орган',
    ],
  ],
  lead: [
    ...['lead agency', 'lead institution', 'lead executor', 'main executor', 'əsas icraçı', 'əsas icraçılar'],
    ...['главный исполнитель', 'основной исполнитель', 'ответственный исполнитель'],
  ],
  participants: [
    ...['participant', 'supporting institution', 'supporting institutions', 'co-executor', 'co-executors', 'partners'],
    ...['iştirakçı', 'iştirakçılar', 'iştirakçı qurumlar', 'birgə icraçı', 'birgə icraçılar', 'tərəfdaşlar'],
    ...['соисполнитель', 'соисполнители', 'участник', 'участники', 'партнеры'],
  ],
  deadline: [
    ...['due', 'due date', 'term', 'timeframe', 'time frame', 'period', 'implementation period', 'completion date'],
    ...[
      'icra müddəti',
      'icra müddətləri',
      'müddət',
      'müddəti',
      'son tarix',
      'icra vaxtı',
      'vaxt',
      'tarix',
      'icra tarixi',
    ],
    ...['срок', 'сроки', 'срок исполнения', 'сроки исполнения', 'срок реализации', 'дата', 'период'],
  ],
  starts_on: ['start', 'start date', 'begins on', 'başlama tarixi', 'başlanğıc', 'дата начала', 'начало'],
  due_on: ['end date', 'bitmə tarixi', 'дата окончания', 'окончание'],
  budget: ['cost', 'amount', 'büdcə', 'büdcəsi', 'məbləğ', 'бюджет', 'сумма', 'стоимость'],
  currency: ['valyuta', 'валюта'],
  legal_basis: ['hüquqi əsas', 'qanun', 'əsas sənəd', 'правовое основание', 'правовая основа'],
  source_url: ['source', 'url', 'link', 'mənbə', 'keçid', 'источник', 'ссылка'],
  source_note: ['note', 'notes', 'remark', 'qeyd', 'qeydlər', 'примечание', 'примечания'],
  local_executor: [
    ...['local executors', 'carried out locally', 'yerli icraçı', 'yerli icraçılar', 'местный исполнитель'],
  ],
  localises: ['national measure', 'milli tədbir', 'milli planın tədbiri', 'мера национального плана'],
  places: [
    'place',
    'community',
    'communities',
    'icma',
    'icmalar',
    'kənd',
    'kəndlər',
    'yer',
    'община',
    'общины',
    'место',
  ],
  tags: ['tag', 'policy tags', 'mövzu', 'mövzular', 'тема', 'темы', 'теги'],
  problem: ['public problem', 'problem', 'problemin təsviri', 'проблема'],
};

/** Parts of words by which a longer heading is guessed ("Tədbirin icrasına məsul olan qurum"), the first that fits. */
export const HINTS: readonly (readonly [string, RegExp])[] = [
  ['deadline', /muddet|son tarix|icra vaxti|срок|deadline|time ?frame|due (date|by)/],
  ['indicator', /gosterici|indikator|показател|индикатор|indicator/],
  ['lead', /esas icraci|lead (agency|institution|executor)|ответственн\S* исполнител/],
  ['participants', /istirakci|birge icraci|соисполнител|supporting/],
  ['lead_and_participants', /icraci|icra eden|mesul|исполнител|ответственн|implement(er|ing)|executor|responsible/],
  ['point', /istiqamet|направлени|policy area/],
  ['measure', /tedbir|мероприяти|measure|activit|commitment/],
];
