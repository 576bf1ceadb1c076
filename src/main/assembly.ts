import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import type { Actor } from '#core/actor.ts';
import { holds, NOBODY } from '#core/actor.ts';
import { openLogKey } from '#core/audit/log-key.ts';
import { Sequencer } from '#core/audit/sequencer.ts';
import { followOthers } from '#core/cache/follow.ts';
import { Pieces } from '#core/cache/pieces.ts';
import { Revisions } from '#core/cache/revisions.ts';
import type { Config } from '#core/config.ts';
import type { Database } from '#core/db/database.ts';
import { migrate } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { type FileReader, fileRoutes } from '#core/files/routes.ts';
import { type FileStore, fileStore } from '#core/files/store.ts';
import { REFERENCE } from '#core/forum.ts';
import { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import type { Knock } from '#core/http/app.ts';
import type { Route } from '#core/http/route.ts';
import { server } from '#core/http/server.ts';
import { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { maintenanceJob } from '#core/jobs/maintenance.ts';
import { Runner } from '#core/jobs/runner.ts';
import { trustedOf } from '#core/limits/address.ts';
import { Limiter } from '#core/limits/limiter.ts';
import { mailer } from '#core/mail/mailer.ts';
import type { Module } from '#core/module.ts';
import { openProvider } from '#core/oidc/provider.ts';
import { passwordKeeper } from '#core/passwords/keeper.ts';
import { type Clock, SYSTEM_CLOCK } from '#core/time/clock.ts';
import {
  assistedActor,
  authenticate,
  deedActor,
  type IdentityNeeds,
  keepForReceipt,
  LOOK_ROLES,
  spendDeed,
} from '#modules/identity/contract.ts';
import { SENTENCES } from '../texts.gen.ts';
import { openClock } from './clock.ts';
import { draw, type Look, refusalPage } from './draw.tsx';
import type { Materials } from './materials.ts';
import { modulesOf } from './modules.ts';
import { phoneRoutes } from './phone.ts';
import { scriptRoutes } from './scripts.ts';

/** Everything put together, shared by the server (main.ts) and the command line (cli.ts). */
export interface Assembly {
  readonly config: Config;
  readonly database: Database;
  readonly house: House;
  readonly forums: Forums;
  readonly files: FileStore;
  readonly modules: readonly Module[];
  /** What the modules were made of. */
  readonly materials: Materials;
  readonly identity: IdentityNeeds;
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
  readonly runner: Runner;
  /** Gives entries their place in the log's tree; started by the server. */
  readonly sequencer: Sequencer;
  readonly log: Logger;
}

const languages = (): Record<LanguageCode, Lang> =>
  Object.fromEntries(LANGUAGES.map((code) => [code, new Lang(code, SENTENCES[code])])) as Record<LanguageCode, Lang>;

/** Opens the database, migrates it and puts the house together. */
export async function assemble(config: Config): Promise<Assembly> {
  await mkdir(config.folder, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ url: config.databaseUrl, folder: config.folder });
  try {
    return await around(database, config);
  } catch (problem) {
    // An open database would keep the program from ending.
    await database.close();
    throw problem;
  }
}

async function around(database: Database, config: Config): Promise<Assembly> {
  await migrate(database, config.startClockAt ?? SYSTEM_CLOCK.now());
  const clock: Clock = await openClock(database.db, config.startClockAt);
  const logKey = await openLogKey(database.db, config.folder, clock.now());
  const revisions = new Revisions();
  const forums = new Forums();
  const load = async (): Promise<void> => forums.load(database.db, revisions);
  await load();
  followOthers(database, revisions, load);
  const house: House = { database, clock, revisions, spendDeed, keepForReceipt };
  const langs = languages();
  const files = fileStore(path.join(config.folder, 'files'));
  const log = pino({ level: 'info' }, pino.destination(2));
  const post = mailer({
    smtpUrl: config.smtpUrl,
    folder: path.join(config.folder, 'mail'),
    from: { name: 'Ortaq', address: `no-reply@${new URL(config.publicUrl).hostname}` },
    onTrouble: (error) => log.error({ error: wordsOf(error) }, 'mail'),
  });
  // Opened or removed here: the other processes hear of it by the reference forum.
  const reloadForums = async (): Promise<void> => {
    await load();
    await database.announce(REFERENCE, revisions.of(REFERENCE));
  };
  const passwords = passwordKeeper();
  const provider = config.provider
    ? openProvider(config.provider, (error) => log.error({ error: wordsOf(error) }, 'provider'))
    : null;
  const materials = { config, house, forums, langs, files, mailer: post, passwords, provider, logKey, reloadForums };
  const { modules, identity } = modulesOf(materials);
  const runner = new Runner({
    house,
    kinds: [maintenanceJob(database), ...modules.flatMap((module) => module.jobs ?? [])],
    forums: () => [forums.reference, ...forums.all],
    onTrouble: ({ problem, ...job }) => log.error({ ...job, error: wordsOf(problem) }, 'job'),
  });
  const sequencer = new Sequencer({
    house,
    key: logKey,
    onTrouble: (problem) => log.error({ error: wordsOf(problem) }, 'public log'),
  });
  return { config, database, house, forums, files, modules, materials, identity, langs, runner, sequencer, log };
}

const wordsOf = (problem: unknown): string =>
  problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);

/**
 * Who asks: somebody for whom a helper's browser acts, else the holder of a one-deed link for this one deed, else
 * whoever is signed in, else nobody.
 */
async function whoIs({ config, database: { db } }: Assembly, knock: Knock): Promise<Actor> {
  const asked = { ...knock, secure: config.secure };
  const own = knock.cookies ? (await authenticate(db, asked)).actor : NOBODY;
  const actor = knock.cookies ? await assistedActor(db, asked, own) : own;
  if (actor.kind === 'assisted' || !knock.deed) return actor;
  return (await deedActor(db, knock.now, knock.forum.id, knock.deed)) ?? actor;
}

/** Forms by which somebody comes in, whatever the way, or looks something up by a code: counted as tries to enter. */
const isEntry = ({ method, scope, path }: Route): boolean =>
  method === 'POST' &&
  scope !== 'root' &&
  /^\/(sign-in|deeds|(questions|consultations)\/receipts|surveys\/:number\/answer)(\/|$)/.test(path);

/** Forms by which a resident says something that a moderator reads. */
const isVoice = ({ method, scope, path }: Route): boolean =>
  method === 'POST' &&
  scope === 'forum' &&
  /^\/(questions|consultations\/:label\/comments|reports\/:number\/voices)$/.test(path);

/** Forms of which nobody may learn later that they were sent, nor when: the urns of secret ballots, answers of surveys. */
const isUntold = ({ method, scope, path }: Route): boolean =>
  method === 'POST' &&
  scope === 'forum' &&
  (path === '/ballots/:number/secret/votes' || path.startsWith('/surveys/:number/form/:secret'));

/** Scans of letters and other private files are for those who keep the forum's record. */
const keepersRead: FileReader = async ({ actor, forum }) =>
  holds(actor, 'coordinator', forum) || holds(actor, 'secretary', forum) || holds(actor, 'operator', REFERENCE);

/** Parts of pages kept in memory: some thousand rows of lists. */
const PIECES_BYTES = 8 * 1024 * 1024;

/** The server over an assembly; room for kept pages and pieces is given for measuring only. */
export function serve(assembly: Assembly, cacheBytes?: number, piecesBytes = PIECES_BYTES): Server {
  const { config, house, forums, modules, langs, files, log } = assembly;
  const roles = modules.flatMap((module) => module.roles ?? []);
  const look: Look = {
    modules,
    publicUrl: config.publicUrl,
    pieces: new Pieces(piecesBytes),
    demonstrationRoles: LOOK_ROLES.flatMap((role) => roles.filter((declared) => declared.role === role)),
  };
  return server(
    {
      house,
      forums,
      langs,
      routes: [
        ...fileRoutes(
          files,
          keepersRead,
          modules.flatMap((module) => module.files ?? []),
        ),
        ...phoneRoutes(),
        ...scriptRoutes(),
        ...modules.flatMap((module) => module.routes),
      ],
      origin: config.fixedOrigin ? config.publicUrl : null,
      parts: {
        parts: modules.flatMap((module) => module.parts ?? []),
        doors: modules.flatMap((module) => module.doors ?? []),
      },
      whoIs: (knock) => whoIs(assembly, knock),
      draw: (web, page) => draw(look, web, page),
      refusalPage,
      log: ({ error, ...problem }) => log.error({ ...problem, error: wordsOf(error) }, 'surprise'),
      gate: { limiter: new Limiter(house.database, house.clock), isEntry, isVoice, isUntold },
      trusted: trustedOf(config.trustedProxies ?? []) ?? (() => false),
    },
    config.secure,
    cacheBytes,
  );
}
