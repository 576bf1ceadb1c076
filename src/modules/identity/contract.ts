/** The only door of this room for other modules and for main.ts. What is not here is nobody else's business. */

/** Acting through a helper: who asks (`assistedActor`), what stands on the receipt (`keepForReceipt`, for the house). */
export { keepForReceipt } from './assisted/commands.ts';
export { assistedActor } from './assisted/queries.ts';
/** For desks: objections to what was entered through helpers that wait for an answer. */
export { ObjectionList } from './assisted/receipts/pages/objection-list.tsx';
export { openObjections } from './assisted/receipts/queries.ts';
/** For desks: whom to call or write to, `callsOf(db, forum, now, today)`, drawn by `CallList`; the rule of a day. */
export { CallList } from './calls/pages/call-list.tsx';
export { callsOf } from './calls/queries.ts';
export { isCallDue } from './calls/rules.ts';
/**
 * Uses a one-deed link up inside the transaction of its deed: `spendDeed(ctx, commandName)`; false when it was used
 * meanwhile or was made for something else.
 */
export { spendDeed } from './deeds/commands.ts';

/** Who comes by a one-deed link: `deedActor(db, now, forumId, secret)` -> an Actor of kind `link`, or null. */
export { deedActor } from './deeds/queries.ts';
export type { DeedDescribed, DeedKind } from './deeds/schema.ts';
export { deedLinkPage } from './deeds/schema.ts';
/** The last step of removing the demonstration world. */
export { forgetMadeUpPeople } from './people/commands.ts';
/** Roles that follow from rows of a higher room: `derivedRoles(needs)` gives and bounds them inside its transaction. */
export { derivedRoles, type RoleDesk } from './people/derived/commands.ts';
/** Whom to write to: `actingFor(db, { forum, body, today, role })`; who is written down in forums; names by id. */
export { actingFor, peopleOf, personNames } from './people/queries.ts';
/** For every page of staff that shows telephones, e-mails or a whole person: `noteReading(web, ids, textKey)`. */
export { noteReading } from './readings/commands.ts';
export type { IdentityNeeds } from './schema.ts';
/** The roles through which a visitor of a demonstration forum may look, in the banner's order: `POST /demo/look`, `role=`. */
export { LOOK_ROLES } from './schema.ts';
/** Who asks, by cookie: `authenticate(db, { now, forum, language, cookies, secure })` -> `{ actor, session }`. */
/** All that is kept of a secret or a code of 80 random bits and more: `hashOf(code)`. */
export { authenticate, hashOf } from './sessions/queries.ts';
/** The printed one-time link of the first coordinator; null once somebody came in by it. */
export { firstLink } from './start/commands.ts';
