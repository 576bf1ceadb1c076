import type { Module } from '#core/module.ts';
import { passkeysFor } from '#core/passkeys/verifier.ts';
import { homeModule } from '#modules/home/module.ts';
import { forgetMadeUpPeople, type IdentityNeeds } from '#modules/identity/contract.ts';
import { identityModule } from '#modules/identity/module.ts';
import { bodiesOf, bodyNames } from '#modules/places/contract.ts';
import { placesModule } from '#modules/places/module.ts';
import type { Panel } from '#modules/places/schema.ts';
import { CellsPanel, cellLines, PLANS_DEEDS } from '#modules/plans/contract.ts';
import { plansModule } from '#modules/plans/module.ts';
import { bringExample } from './demonstration.ts';
import { FORUM_TABLES } from './forum-tables.ts';
import type { Materials } from './materials.ts';

/** What identity asks of the rooms above it: bodies to act for, deeds that links can do. */
const identityNeeds = (
  { config, forums, langs, mailer, passwords, provider }: Materials,
  modules: () => readonly Module[],
): IdentityNeeds => ({
  bodyOptions: async (db, forum, lang) =>
    (await bodiesOf(db, forum.id))
      .map((body) => ({ id: body.id, name: lang.pick(body.name) }))
      .sort((a, b) => lang.compare(a.name, b.name)),
  bodyNames: async (db, forum, ids, lang) =>
    new Map([...(await bodyNames(db, forum.id, ids))].map(([id, name]) => [id, lang.pick(name)])),
  roles: () => modules().flatMap((module) => module.roles ?? []),
  deedKinds: () => PLANS_DEEDS,
  forum: (id) => forums.byId(id),
  lang: (code) => langs[code],
  secure: config.secure,
  publicUrl: config.publicUrl,
  mailer,
  passwords,
  passkeys: passkeysFor(config.publicUrl),
  provider,
});

/** What plans show on pages of the rooms below them. */
const plansAtPlace: Panel = async ({ db, forum, lang, today, at, sight }, place) =>
  sight.shows('plans') &&
  CellsPanel({ lang, today, at, on: 'place', cells: await cellLines(db, forum, { place }, today) });
const plansOfBody: Panel = async ({ db, forum, lang, today, at, sight }, body) =>
  sight.shows('plans') &&
  CellsPanel({ lang, today, at, on: 'body', cells: await cellLines(db, forum, { bodies: [body] }, today) });

/** All modules, lowest rank first. The only place that knows every one. */
export function modulesOf(materials: Materials): {
  readonly modules: readonly Module[];
  readonly identity: IdentityNeeds;
} {
  const { config, forums, files, reloadForums } = materials;
  const modules: Module[] = [];
  const identity = identityNeeds(materials, () => modules);
  modules.push(
    identityModule(identity),
    placesModule({ placePanels: [plansAtPlace], bodyPanels: [plansOfBody] }),
    plansModule(files),
    homeModule({
      forums: () => forums.all,
      forumTables: FORUM_TABLES,
      forgetPeople: forgetMadeUpPeople,
      reloadForums,
      lang: identity.lang,
      parts: () => modules.flatMap((module) => module.parts ?? []),
      data: () => modules.flatMap((module) => module.data ?? []),
      loadExample: (language) => bringExample({ materials, identity }, language),
      // The kit's own pages are for whoever builds, not for an address that the public knows.
      showKit: !config.fixedOrigin,
    }),
  );
  return { modules, identity };
}
