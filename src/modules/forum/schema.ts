import type { ColumnType, RawBuilder } from 'kysely';
import type { ComponentChildren } from 'preact';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import type {
  Composition,
  CompositionId,
  ConstituencyId,
  HoldingId,
  MandateId,
  MandateKind,
  SeatId,
} from './seats/schema.ts';

/** Whose rows a table holds: all are of a forum. */
export const TABLES = {
  forum_compositions: 'forum',
  forum_composition_places: 'forum',
  forum_constituencies: 'forum',
  forum_seats: 'forum',
  forum_seat_ends: 'forum',
  forum_holdings: 'forum',
  forum_holding_ends: 'forum',
  forum_mandates: 'forum',
  forum_mandate_ends: 'forum',
} as const satisfies Record<keyof SeatTables, 'forum'>;

/** jsonb: an object when read, `json(value)` of core/db when written. */
type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;

interface Entered {
  forum_id: string;
  /** The forum's local day of `entered_at`. */
  entered_on: PlainDate;
  entered_at: Date;
  entered_by: string | null;
}

interface CompositionRow extends Entered {
  id: CompositionId;
  kind: Composition['kind'];
  number: string;
  decided_on: PlainDate;
  from_day: PlainDate;
  reason: string | null;
  url: string | null;
}

interface ConstituencyRow {
  forum_id: string;
  id: ConstituencyId;
  composition_id: CompositionId;
  position: number;
  name: Jsonb<Texts>;
  entered_at: Date;
}

interface SeatRow {
  forum_id: string;
  id: SeatId;
  number: number;
  constituency_id: ConstituencyId;
  composition_id: CompositionId;
  from_day: PlainDate;
}

interface SeatEndRow extends Entered {
  seat_id: SeatId;
  last_day: PlainDate;
  decision: string;
  reason: string;
}

interface HoldingRow extends Entered {
  id: HoldingId;
  seat_id: SeatId;
  body_id: string;
  from_day: PlainDate;
  to_day: PlainDate | null;
  source: string;
}

interface MandateRow extends Entered {
  id: MandateId;
  holding_id: HoldingId;
  kind: MandateKind;
  person_id: string | null;
  office: Jsonb<Texts | null>;
  from_day: PlainDate;
  to_day: PlainDate | null;
  source: string;
  role_id: string | null;
}

/** `last_day` null: it was entered by mistake and never was. */
interface EndRow extends Entered {
  last_day: PlainDate | null;
  reason: string;
}

/** Who sits where, as Kysely sees it: `ctx.db.withTables<SeatTables>()`. */
export interface SeatTables {
  forum_compositions: CompositionRow;
  forum_composition_places: { forum_id: string; composition_id: CompositionId; place_id: string };
  forum_constituencies: ConstituencyRow;
  forum_seats: SeatRow;
  forum_seat_ends: SeatEndRow;
  forum_holdings: HoldingRow;
  forum_holding_ends: EndRow & { holding_id: HoldingId };
  forum_mandates: MandateRow;
  forum_mandate_ends: EndRow & { mandate_id: MandateId };
}

/** What src/main gives: the roles that follow from mandates, whether names can be stored yet, and the words. */
export interface ForumNeeds {
  readonly roles: RoleDesk;
  readonly mayStorePeople: (db: Db, forum: Forum) => Promise<boolean>;
  /** What higher rooms show on the page of a version: is it open to say something, what is still owed. */
  readonly onVersion: (
    web: Web,
    of: { readonly document: string; readonly adopted: boolean },
  ) => Promise<ComponentChildren>;
  /** Templates of documents are written in every language. */
  readonly lang: (code: LanguageCode) => Lang;
}
