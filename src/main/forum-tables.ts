import { TABLES as CORE } from '#core/db/tables.ts';
import { TABLES as CHECKLISTS } from '#modules/accountability/checklists/schema.ts';
import { TABLES as REPORTS } from '#modules/accountability/reports/schema.ts';
import { TABLES as REQUESTS } from '#modules/accountability/requests/schema.ts';
import { TABLES as SCORECARDS } from '#modules/accountability/scorecards/schema.ts';
import { TABLES as SECRET } from '#modules/ballots/secret/schema.ts';
import { TABLES as BALLOTS } from '#modules/ballots/tables/schema.ts';
import { TABLES as APPLICATIONS } from '#modules/forum/applications/schema.ts';
import { TABLES as COUNTS } from '#modules/forum/counts/schema.ts';
import { TABLES as DOCUMENTS } from '#modules/forum/documents/schema.ts';
import { TABLES as GROUPS } from '#modules/forum/groups/schema.ts';
import { TABLES as INTERESTS } from '#modules/forum/interests/schema.ts';
import { TABLES as LEADS } from '#modules/forum/leads/schema.ts';
import { TABLES as FORUM } from '#modules/forum/schema.ts';
import { TABLES as HOME } from '#modules/home/schema.ts';
import { TABLES as IDENTITY } from '#modules/identity/schema.ts';
import { TABLES as DECISIONS } from '#modules/meetings/decisions/schema.ts';
import { TABLES as DESKS } from '#modules/meetings/desk/handing/schema.ts';
import { TABLES as MINUTES } from '#modules/meetings/minutes/schema.ts';
import { TABLES as MEETINGS } from '#modules/meetings/schema.ts';
import { TABLES as VILLAGES } from '#modules/meetings/villages/schema.ts';
import { TABLES as OBLIGATIONS } from '#modules/obligations/tables/schema.ts';
import { TABLES as CONSULTATIONS } from '#modules/participation/consultations/tables/schema.ts';
import { TABLES as PARTICIPATION } from '#modules/participation/schema.ts';
import { TABLES as PLACES } from '#modules/places/tables/schema.ts';
import { TABLES as PLANS } from '#modules/plans/schema.ts';
import { TABLES as MICRODATA } from '#modules/surveys/analysis/microdata/schema.ts';
import { TABLES as PUBLICATIONS } from '#modules/surveys/analysis/publishing/schema.ts';
import { TABLES as BINDINGS } from '#modules/surveys/findings/bindings/schema.ts';
import { TABLES as FINDINGS } from '#modules/surveys/findings/schema.ts';
import { TABLES as SURVEYS } from '#modules/surveys/schema.ts';

/** Every table that holds rows of a forum, in the order of their making: later ones point to earlier ones. */
export const FORUM_TABLES: readonly string[] = [
  CORE,
  IDENTITY,
  PLACES,
  OBLIGATIONS,
  FORUM,
  APPLICATIONS,
  INTERESTS,
  LEADS,
  GROUPS,
  COUNTS,
  DOCUMENTS,
  BALLOTS,
  SECRET,
  MEETINGS,
  DECISIONS,
  MINUTES,
  VILLAGES,
  DESKS,
  PLANS,
  SURVEYS,
  PUBLICATIONS,
  MICRODATA,
  FINDINGS,
  BINDINGS,
  PARTICIPATION,
  CONSULTATIONS,
  REPORTS,
  REQUESTS,
  CHECKLISTS,
  SCORECARDS,
  HOME,
].flatMap((tables) =>
  Object.entries<'forum' | 'installation'>(tables).flatMap(([table, of]) => (of === 'forum' ? [table] : [])),
);
