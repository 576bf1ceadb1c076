import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { pino } from 'pino';
import { NOBODY } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import type { Config } from '#core/config.ts';
import type { Database } from '#core/db/database.ts';
import { migrate } from '#core/db/migrate.ts';
import { openDatabase } from '#core/db/open.ts';
import { Forums } from '#core/forums.ts';
import type { House } from '#core/house.ts';
import { server } from '#core/http/server.ts';
import { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { type Clock, MovedClock, SYSTEM_CLOCK } from '#core/time/clock.ts';
import { draw, type Look, refusalPage } from './draw.tsx';
import { SENTENCES } from './texts.gen.ts';

/** Everything put together, shared by the server (main.ts) and the command line (cli.ts). */
export interface Assembly {
  readonly config: Config;
  readonly database: Database;
  readonly house: House;
  readonly forums: Forums;
  readonly modules: readonly Module[];
  readonly langs: Readonly<Record<LanguageCode, Lang>>;
}

const languages = (): Record<LanguageCode, Lang> =>
  Object.fromEntries(LANGUAGES.map((code) => [code, new Lang(code, SENTENCES[code])])) as Record<LanguageCode, Lang>;

/** Opens the database, migrates it and puts the house together. */
export async function assemble(config: Config): Promise<Assembly> {
  await mkdir(config.folder, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ url: config.databaseUrl, folder: config.folder });
  const clock: Clock = config.startClockAt ? new MovedClock(config.startClockAt) : SYSTEM_CLOCK;
  await migrate(database, clock.now());
  const revisions = new Revisions();
  const forums = new Forums();
  await forums.load(database.db, revisions);
  database.onAnnounced((news) => {
    if (news) revisions.learn(news.forum, news.revision);
  });
  const house: House = { database, clock, revisions, spendDeed: async () => false };
  return { config, database, house, forums, modules: [], langs: languages() };
}

/** The server over an assembly. */
export function serve(assembly: Assembly): Server {
  const { config, house, forums, modules, langs } = assembly;
  const log = pino({ level: 'info' }, pino.destination(2));
  const look: Look = { modules, publicUrl: config.publicUrl, demonstrationRoles: [] };
  return server(
    {
      house,
      forums,
      langs,
      routes: modules.flatMap((module) => module.routes),
      origin: config.fixedOrigin ? config.publicUrl : null,
      whoIs: async () => NOBODY,
      draw: (web, page) => draw(look, web, page),
      refusalPage,
      log: (problem) =>
        log.error({ ...problem, error: String((problem.error as Error)?.stack ?? problem.error) }, 'surprise'),
    },
    config.secure,
  );
}
