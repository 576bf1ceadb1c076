import type { Db } from '#core/db/database.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** A plan whose areas a round can ask about. */
export interface PlanAsked {
  readonly id: string;
  readonly title: Texts;
}

/** What src/main gives: where pictures are kept, public plans, and whether people's data may be stored here. */
export interface SurveyNeeds {
  readonly files: FileStore;
  readonly plans: (db: Db, forum: Forum, today: PlainDate) => Promise<readonly PlanAsked[]>;
  readonly mayStorePeople: (db: Db, forum: Forum) => Promise<boolean>;
}
