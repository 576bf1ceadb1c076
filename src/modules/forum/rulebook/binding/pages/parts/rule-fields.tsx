import type { ComponentChildren } from 'preact';
import { Radios } from '#ui/choice.tsx';
import { NumberField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { type RuleKey, TERM_UNITS, type Topic } from '../../../schema.ts';

export interface RuleProps {
  readonly of: Filled;
  /** Articles that can be chosen: number and first words. */
  readonly articles: readonly Option[];
}

/** From which article a rule comes. */
export const ArticleField = ({ of, articles, rule }: RuleProps & { readonly rule: RuleKey | Topic }) => (
  <SelectField
    of={of}
    name={`${rule}_article`}
    label={of.lang.t(`forum.rulebook.rule.${rule}`)}
    none={of.lang.t('forum.rulebook.bind.undefined')}
    options={articles}
    optional
  />
);

/** One rule: its article, then what it says. */
export const Rule = ({
  of,
  articles,
  rule,
  children,
}: RuleProps & { readonly rule: RuleKey; readonly children: ComponentChildren }) => (
  <div class="card stack">
    <ArticleField of={of} articles={articles} rule={rule} />
    {children}
  </div>
);

/** A number that a rule asks for. */
export const Count = ({
  of,
  name,
  optional,
}: {
  readonly of: Filled;
  readonly name: FieldName;
  readonly optional?: boolean;
}) => <NumberField of={of} name={name} label={of.lang.t(`forum.rulebook.field.${name}`)} optional={optional} />;
type FieldName =
  | 'convening_members'
  | 'meetings_months'
  | 'notice_days'
  | 'notice_urgent'
  | 'notice_agenda'
  | 'minutes_days'
  | 'reply_days'
  | 'absence_meetings'
  | 'proxies_most'
  | 'correspondence_least'
  | 'correspondence_most'
  | 'term_seat_months'
  | 'term_seat_in_row'
  | 'term_lead_months'
  | 'term_lead_in_row'
  | 'amendment_members'
  | 'amendment_days';

/** A question that a rule answers. */
export const YesNo = ({
  of,
  name,
}: {
  readonly of: Filled;
  readonly name: 'quorum_recused' | 'alternates_allowed' | 'proxies_within' | 'names_published';
}) => (
  <Radios
    of={of}
    name={name}
    label={of.lang.t(`forum.rulebook.field.${name}`)}
    options={(['yes', 'no'] as const).map((value) => ({ value, label: of.lang.t(`forum.rulebook.${value}`) }))}
  />
);

/** Working days or calendar days. */
export const Unit = ({ of, name }: { readonly of: Filled; readonly name: string }) => (
  <SelectField
    of={of}
    name={name}
    label={of.lang.t('forum.rulebook.field.unit')}
    options={TERM_UNITS.map((value) => ({ value, label: of.lang.t(`forum.rulebook.unit.${value}`) }))}
    width="m"
  />
);
