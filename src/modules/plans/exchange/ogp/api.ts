import type { Forum } from '#core/forum.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { csv } from '#core/sheets/csv.ts';
import { storyOf } from '../../dossier/rules.ts';
import type { Dossier } from '../../dossier/schema.ts';
import { inPlanOn } from '../../measures/rules.ts';
import { OGP_VALUES, type OgpValue, POLICY_TAGS } from '../../measures/schema.ts';
import { stageBegan } from '../../plan/rules.ts';
import type { Loaded } from '../api.ts';
import { measureDraft } from '../dossiers/rules.ts';
import type { MeasureDraft } from '../schema.ts';
import { COMPLETION_WORDS, NA, ND, NR, overallNumber, scaleOf } from './rules.ts';
import { OGP_COLUMNS, TAGS } from './schema.ts';

/** English where it is written: the data set is read by researchers in all countries. */
const said = (texts: Texts): string => choose(texts, 'en').text;

const yearOf = (day: string | null): string => day?.slice(0, 4) ?? ND;

/**
 * A plan in the columns of OGP's commitments data set: one row is one measure with civil society's assessment. Words
 * for missing values are the standard's (NR, ND, NA); days are written YYYY-MM-DD, unlike there.
 */
export function ogpCsv(loaded: Loaded, forum: Forum, addressOf: (slug: string) => string): string {
  const rows = loaded.whole.dossiers
    .filter((one) => inPlanOn(one.measure, loaded.day))
    .map((dossier) => {
      const draft = measureDraft(dossier, loaded.day, loaded.around);
      const cells = {
        ...idsOf(loaded, draft, forum),
        URL: addressOf(dossier.measure.slug),
        ...tagsOf(draft),
        ...assessmentOf(loaded, dossier, draft),
        Demonstration: loaded.mark,
      };
      return OGP_COLUMNS.map((column) => (cells as Readonly<Record<string, string>>)[column] ?? ND);
    });
  return csv(rows, OGP_COLUMNS, { bom: true });
}

function idsOf(loaded: Loaded, draft: MeasureDraft, forum: Forum) {
  const { plan, stages } = loaded.whole;
  const years = plan.starts_on && plan.ends_on ? Number(yearOf(plan.ends_on)) - Number(yearOf(plan.starts_on)) : null;
  const named = (role: 'lead' | 'co'): string =>
    draft.executors
      .filter((one) => one.role === role)
      .map(({ body }) => said(body.name))
      .join('; ') || NA;
  return {
    'Commitment Unique Identifier': draft.sourceNote?.match(/\b[A-Z]{2,3}\d{4}\b/)?.[0] ?? ND,
    'Country/Locality': plan.kind === 'national' ? forum.country : said(forum.name),
    'Action Plan ID': plan.slug,
    'Action Plan Number': ND,
    'Commitment Number': draft.number ?? ND,
    Code: forum.country,
    Region: ND,
    'National Or Local': plan.kind === 'national' ? 'National' : 'Other',
    'Year Of Submission': yearOf(stageBegan(stages, 'adopted') ?? plan.starts_on),
    'Action Plan End Year': yearOf(plan.ends_on),
    'Action Plan Duration (Years)': years === null ? ND : String(years),
    Theme: draft.point ? said(draft.point.title) : NA,
    'Commitment Title': said(draft.title),
    'Short Title': said(draft.title),
    'Full Text': said(draft.text),
    'Start Date': draft.startsOn ?? NA,
    'End Date': draft.dueOn ?? NA,
    'Lead Institution': named('lead'),
    'Supporting Institution(s)': named('co'),
  };
}

/** 1: the tag was given; 0: our form offered it and it was not; ND: nobody was asked. */
function tagsOf(draft: MeasureDraft): Record<string, string> {
  const offered: readonly string[] = draft.tags.length > 0 ? Object.values(POLICY_TAGS) : [];
  return Object.fromEntries(
    TAGS.map((tag) => [tag, draft.tags.includes(tag) ? '1' : offered.includes(tag) ? '0' : ND]),
  );
}

const VALUE_COLUMNS: Readonly<Record<OgpValue, string>> = {
  information: 'OGP Value Access To Information',
  participation: 'OGP Value Civic Participation',
  accountability: 'OGP Value Public Accountability',
  technology: 'OGP Value Technology',
};

const YES_NO_NUMBERS: Readonly<Record<string, string>> = { Yes: '1', No: '0' };

function assessmentOf(loaded: Loaded, dossier: Dossier, draft: MeasureDraft): Record<string, string> {
  const story = storyOf(dossier, loaded.day);
  const [completion, number] = COMPLETION_WORDS[story.sum.civil.word];
  const [opened, lens] = [scaleOf(story, 'did_open'), scaleOf(story, 'open_lens')];
  const asked = draft.ogpValues.length > 0;
  const values = OGP_VALUES.map((value) => [
    VALUE_COLUMNS[value],
    asked ? (draft.ogpValues.includes(value) ? '1' : '0') : ND,
  ]);
  return {
    Verifiable: scaleOf(story, 'verifiable'),
    ...Object.fromEntries(values),
    _Relevant: YES_NO_NUMBERS[lens] ?? lens,
    'Completion (Progress Report)': NR,
    _CompletionProgress: NR,
    'Potential for Results': scaleOf(story, 'potential'),
    'Completion (End Of Term)': completion,
    _CompletionEndTerm: number,
    'Early Results': scaleOf(story, 'early_results'),
    'Did It Open Government (Overall)': opened,
    _OpenGovernment: overallNumber(opened),
    'Active Commitment': story.withdrawn ? 'Withdrawn' : '1',
  };
}
