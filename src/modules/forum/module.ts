import type { Lang } from '#core/i18n/lang.ts';
import type { Module } from '#core/module.ts';
import { FORUM_DOES } from './access.ts';
import { answerApplication, apply, writeCriteria } from './applications/commands.ts';
import { applicationRoutes } from './applications/routes.ts';
import { closeSeat, decideComposition } from './composition/commands.ts';
import { compositionRoutes } from './composition/routes.ts';
import { countPeople } from './counts/commands.ts';
import { countRoutes } from './counts/routes.ts';
import { DOCUMENT_COMMANDS } from './documents/commands.ts';
import { FOUNDING_COMMANDS } from './documents/founding/commands.ts';
import { DOCUMENTS_PART } from './documents/opening/api.ts';
import { documentRoutes } from './documents/routes.ts';
import { DOCUMENT_THINGS } from './documents/withheld/api.ts';
import { GROUP_COMMANDS } from './groups/commands.ts';
import { groupKeepingRoutes } from './groups/keeping/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { declareInterest, endInterest } from './interests/commands.ts';
import { interestRoutes } from './interests/routes.ts';
import { leadCommands } from './leads/commands.ts';
import { leadRoutes } from './leads/routes.ts';
import { rosterRoutes } from './roster/routes.ts';
import type { ForumNeeds } from './schema.ts';
import { giveSeat, seatingCommands } from './seating/commands.ts';
import { endRoutes } from './seating/ends/routes.ts';
import { seatingRoutes } from './seating/routes.ts';
import { importSeats } from './sheets/commands.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { APPLICATION_THING, INTEREST_THING, MEMBERS_PART, NAME_THING } from './shown/api.ts';
import { SPEAKER_NAME } from './shown/rules.ts';

/** Every deed on seats that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  ...['composition_decided', 'seat_closed', 'seat_given', 'holding_ended', 'holding_mistaken'],
  ...['mandate_given', 'mandate_ended', 'mandate_mistaken'],
  ...['criteria_written', 'application_received', 'application_answered'],
  ...['interest_declared', 'interest_ended'],
] as const;

const MENU = (lang: Lang): string => lang.t('forum.decisions_menu');

/** The forum itself: its members and seats, its founding documents and rules. */
export function forumModule(needs: ForumNeeds): Module {
  return {
    name: 'forum',
    // Fixed words of an address come before `:seat`.
    routes: [
      ...compositionRoutes(needs),
      ...applicationRoutes,
      ...interestRoutes,
      ...leadRoutes(needs),
      ...groupKeepingRoutes,
      ...groupRoutes,
      ...countRoutes,
      ...sheetRoutes(needs),
      ...seatingRoutes(needs),
      ...endRoutes(needs),
      ...rosterRoutes,
      ...documentRoutes(needs),
    ],
    commands: [
      ...[writeCriteria, apply, answerApplication, declareInterest, endInterest],
      ...[decideComposition, closeSeat(needs.roles), giveSeat, countPeople],
      ...Object.values(seatingCommands(needs.roles)),
      ...[...Object.values(leadCommands(needs.roles)), ...GROUP_COMMANDS, importSeats(needs.roles)],
      ...[...DOCUMENT_COMMANDS, ...FOUNDING_COMMANDS],
    ],
    deeds: FORUM_DOES,
    entries: {
      ...Object.fromEntries(
        ENTRIES.map((kind) => [`forum.${kind}`, { sentence: `forum.log.${kind}`, followable: true }]),
      ),
      'forum.seats_imported': { sentence: 'forum.sheets.log.imported', followable: true },
      'forum.people_counted': { sentence: 'forum.counts.log.counted', followable: true },
      'forum.lead_elected': { sentence: 'forum.leads.log.elected', followable: true },
      'forum.lead_ended': { sentence: 'forum.leads.log.ended', followable: true },
      'forum.lead_mistaken': { sentence: 'forum.leads.log.mistaken', followable: true },
      'forum.group_made': { sentence: 'forum.groups.log.made', followable: true },
      'forum.group_joined': { sentence: 'forum.groups.log.joined', followable: true },
      'forum.group_left': { sentence: 'forum.groups.log.left', followable: true },
      'forum.group_ended': { sentence: 'forum.groups.log.ended', followable: true },
      'forum.version_proposed': { sentence: 'forum.documents.log.version_proposed', followable: true },
      'forum.version_adopted': { sentence: 'forum.documents.log.version_adopted', followable: true },
      'forum.version_signed': { sentence: 'forum.documents.log.version_signed', followable: true },
      'forum.signature_mistaken': { sentence: 'forum.documents.log.signature_mistaken', followable: true },
      'forum.founding_published': { sentence: 'forum.documents.log.founding_published', followable: true },
      'forum.founding_adopted': { sentence: 'forum.documents.log.founding_adopted', followable: true },
    },
    // One entry: it leads to the first of these pages that is public.
    menu: ['/members', '/documents'].map((path) => ({ id: 'decisions', order: 10, label: MENU, path })),
    parts: [MEMBERS_PART, DOCUMENTS_PART],
    data: [SPEAKER_NAME],
    things: [NAME_THING, APPLICATION_THING, INTEREST_THING, ...DOCUMENT_THINGS],
  };
}
