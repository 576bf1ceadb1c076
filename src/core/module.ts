import type { Actor } from '#core/actor.ts';
import type { EntryKind } from '#core/audit/entry.ts';
import type { Datum } from '#core/caution/level.ts';
import type { AnyCommand } from '#core/command.ts';
import type { DeedsDeclared } from '#core/deed.ts';
import type { FileReader } from '#core/files/routes.ts';
import type { Route } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { JobKind } from '#core/jobs/job.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Thing } from '#core/withholding/thing.ts';

/**
 * One entry of the menu. Its place follows the reader's question, see docs: plan, decisions, surveys, take part, my
 * village. Several of one id are one entry, which leads to the first page that this reader may see.
 */
export interface MenuEntry {
  readonly id: string;
  readonly order: number;
  readonly label: (lang: Lang) => string;
  /** Below the forum: "/plans". */
  readonly path: string;
  /** Left out: for everybody. */
  readonly shownTo?: (actor: Actor) => boolean;
}

/** A role as data: shown on "who may do what", grantable in the pages. */
export interface RoleDeclared {
  readonly role: string;
  /** Text keys of its name and of one sentence that says what it may do. */
  readonly name: string;
  readonly may: string;
  /** Must be held for one body. */
  readonly ofBody: boolean;
}

/** What a module tells main.ts of itself. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly commands: readonly AnyCommand[];
  readonly entries: Readonly<Record<string, EntryKind>>;
  readonly menu?: readonly MenuEntry[];
  readonly roles?: readonly RoleDeclared[];
  /** Each command in words and whose it is; a command that stands here not exactly once fails a test. */
  readonly deeds?: DeedsDeclared;
  readonly jobs?: readonly JobKind[];
  /** Kinds of pages that become public by a deed of their own. */
  readonly parts?: readonly PagePart[];
  /** Addresses below a forum by which invited people come in: open also while the forum is in preparation. */
  readonly doors?: readonly string[];
  /** What of its data could tell who somebody is, and who sees it at which caution level. */
  readonly data?: readonly Datum[];
  /** What on its pages can be withheld when somebody demands it. */
  readonly things?: readonly Thing[];
  /** Who may have the files of this module's things that are not public by themselves. */
  readonly files?: FileReader;
}
