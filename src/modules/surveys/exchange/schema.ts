import type { Table } from '#core/sheets/table.ts';

/** A sheet as core/sheets reads it: rows that hold something, with their numbers as a person sees them. */
export type Sheet = Pick<Table, 'sheet' | 'rows'>;

/** A text by language as it is written in the heads of columns ("English (en)"); "" is a column without a language. */
export type Said = Readonly<Record<string, string>>;

/** What can be wrong or worth saying about an XLSForm; each has its sentence `surveys.exchange.<code>`. */
export type Code =
  | 'no_survey_sheet'
  | 'no_choices_sheet'
  | 'no_external_choices_sheet'
  | 'similar_sheet'
  | 'two_columns'
  | 'no_head'
  | 'missing_column'
  | 'choice_column'
  | 'unknown_columns'
  | 'no_type'
  | 'unknown_type'
  | 'no_name'
  | 'bad_name'
  | 'two_names'
  | 'near_names'
  | 'two_repeats'
  | 'repeat_as_form'
  | 'meta_name'
  | 'unmatched_end'
  | 'unmatched_begin'
  | 'loop_without_list'
  | 'no_text'
  | 'no_section_label'
  | 'skipped_row'
  | 'disabled_column'
  | 'old_device_fact'
  | 'no_calculation'
  | 'unknown_list'
  | 'unknown_external_list'
  | 'unfiltered_external'
  | 'file_ending'
  | 'choice_without_name'
  | 'choice_without_label'
  | 'two_choices'
  | 'choice_with_space'
  | 'other_with_filter'
  | 'other_untranslated'
  | 'table_list'
  | 'bad_reference'
  | 'unknown_reference'
  | 'two_referenced'
  | 'trigger_list'
  | 'hidden_trigger'
  | 'background_trigger'
  | 'background_calculation'
  | 'parameter_shape'
  | 'parameter_unknown'
  | 'parameter_value'
  | 'parameter_range'
  | 'parameter_name'
  | 'parameters_required'
  | 'no_max_pixels'
  | 'search_shared'
  | 'two_instances'
  | 'missing_translation'
  | 'language_tag'
  | 'audit_name'
  | 'two_form_ids'
  | 'encryption_needs_id'
  | 'entity'
  | 'bad_expression'
  | 'unknown_function'
  | 'unknown_unit'
  | 'unknown_about'
  | 'not_supported';

/** A fault refuses the form; a remark is only said. */
export interface Issue {
  readonly code: Code;
  readonly weight: 'fault' | 'remark';
  readonly sheet: string | null;
  readonly row: number | null;
  /** The head of the column as it is written. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  /** The nearest right spelling, where there is one. */
  readonly near: string | null;
}

/** One filled cell under its head: "bind::jr:constraintMsg::az" is the path ["bind", "jr:constraintMsg", "az"]. */
export interface Field {
  readonly path: readonly string[];
  readonly head: string;
  readonly value: string;
}

export interface Line {
  readonly row: number;
  readonly fields: readonly Field[];
}

/** A sheet with its heads understood. */
export interface Grid {
  readonly sheet: string;
  /** As written -> as understood. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
  readonly lines: readonly Line[];
}

export interface SelectSource {
  /** Name of the list, file or `${repeat}`. */
  readonly list: string;
  /** "instance": any list that comes with the form, for labels of a scale or places to point at. */
  readonly from: 'choices' | 'file' | 'external' | 'repeat' | 'instance';
  readonly filter: string;
  readonly other: boolean;
}

/** One question, or a section with `items`. Everything stands as it was written, references not yet resolved. */
export interface Element {
  readonly is: 'question' | 'group' | 'repeat' | 'loop';
  readonly row: number | null;
  readonly name: string;
  /** Right spelling of the type, without the list: "select_one". */
  readonly type: string;
  readonly label: Said;
  readonly hint: Said;
  readonly guidance: Said;
  /** "image", "big-image", "audio", "video" -> file names. */
  readonly media: Readonly<Record<string, Said>>;
  /** Attributes of the bind: "relevant", "jr:constraintMsg" ... */
  readonly bind: Readonly<Record<string, Said>>;
  /** Attributes of the control in the body: "appearance", "jr:count" ... */
  readonly control: Readonly<Record<string, string>>;
  /** Attributes of the element in the instance. */
  readonly instance: Readonly<Record<string, string>>;
  readonly preset: string;
  readonly trigger: readonly string[];
  readonly select: SelectSource | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** Other columns, by their head. */
  readonly other: Readonly<Record<string, string>>;
  /** Which column each text came from, by the joined path of the column. */
  readonly heads: Readonly<Record<string, string>>;
  /** For a section. */
  readonly items: readonly Element[];
}

export interface ListChoice {
  readonly row: number | null;
  readonly name: string;
  readonly label: Said;
  readonly media: Readonly<Record<string, Said>>;
  /** Every column in the order of the sheet, "name" and "label" among them. */
  readonly columns: readonly string[];
  readonly other: Readonly<Record<string, string>>;
  readonly heads: Readonly<Record<string, string>>;
}

/** Lists of choices by their names. */
export type Lists = Readonly<Record<string, readonly ListChoice[]>>;

export interface Entity {
  readonly row: number;
  readonly list: string;
  readonly label: string;
  readonly id: string;
  readonly createIf: string;
  readonly updateIf: string;
}

/** An XLSForm that was read without faults. */
export interface XlsForm {
  /** The root element of the instance. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  /** Language of columns without one; "default" when the form does not say. */
  readonly language: string;
  /** Languages of the columns, as they are written; "" for columns without one. The form's own first. */
  readonly languages: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly items: readonly Element[];
  readonly lists: Lists;
  /** Tags of questions of type osm. */
  readonly osm: Lists;
  readonly entities: readonly Entity[];
}
