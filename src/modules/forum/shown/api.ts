import { LEVELS } from '#core/caution/level.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { findApplication } from '../applications/queries.ts';
import { WITHHELD_WORDS } from '../applications/rules.ts';
import { findInterest } from '../interests/queries.ts';
import { WITHHELD_INTEREST } from '../interests/rules.ts';
import { findNamed, namedIn } from './queries.ts';
import { KEPT_NAME, SPEAKER_NAME } from './rules.ts';

/** The members of the forum become public together. Personal are the names of those who speak for them. */
export const MEMBERS_PART: PagePart = {
  id: 'members',
  name: 'forum.part',
  paths: ['/members'],
  files: false,
  personal: async (db, forum) =>
    (await namedIn(db, forum)).map(({ id, path, body, name }) => ({
      ...{ kind: 'name', of: body, value: name, path },
      object: { type: KEPT_NAME, id },
      hiddenAt: LEVELS.filter((level) => SPEAKER_NAME.at[level] !== 'shown'),
    })),
};

/** What an organisation wrote to apply, and the answer to it. */
export const APPLICATION_THING: Thing = {
  type: WITHHELD_WORDS,
  name: 'forum.applications.thing',
  find: findApplication,
};

/** What a member wrote of its interest; that it stands aside is not withheld. */
export const INTEREST_THING: Thing = {
  type: WITHHELD_INTEREST,
  name: 'forum.interests.thing',
  find: findInterest,
};

/** The name in a mandate. */
export const NAME_THING: Thing = { type: KEPT_NAME, name: 'forum.shown.thing', find: findNamed };
