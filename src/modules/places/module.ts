import type { EntryKind } from '#core/audit/entry.ts';
import type { Module } from '#core/module.ts';
import { PLACES_DOES } from './access.ts';
import { setArea } from './area/commands.ts';
import { areaRoutes } from './area/routes.ts';
import { addBody, closeBody, correctBody, reopenBody } from './bodies/commands.ts';
import { bodyDeedRoutes } from './bodies/keeping/deeds/routes.ts';
import { bodyKeepingRoutes } from './bodies/keeping/routes.ts';
import { bodyRoutes } from './bodies/routes.ts';
import { BODY_DATA } from './bodies/shown/rules.ts';
import { addPlace, closePlace, correctPlace, mergePlaces, reopenPlace } from './commands.ts';
import { dossierRoutes } from './dossier/routes.ts';
import { deedRoutes } from './keeping/deeds/routes.ts';
import { keepingRoutes } from './keeping/routes.ts';
import { PLACES_PART } from './opening/api.ts';
import { overviewRoutes } from './overview/routes.ts';
import { recordPopulation, withdrawPopulation } from './populations/commands.ts';
import type { PlacesNeeds } from './schema.ts';
import { stageImport, writeImport } from './sheets/commands.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { PLACES_THINGS } from './withheld/api.ts';

/** Sentences of the public log. Places and bodies can be followed; the forum's choices and files cannot. */
const RECORD: Readonly<Record<string, EntryKind>> = {
  'places.place_added': { sentence: 'places.log.place_added', followable: true },
  'places.place_corrected': { sentence: 'places.log.place_corrected', followable: true },
  'places.place_closed': { sentence: 'places.log.place_closed', followable: true },
  'places.place_reopened': { sentence: 'places.log.place_reopened', followable: true },
  'places.places_merged': { sentence: 'places.log.places_merged', followable: true },
  'places.population_recorded': { sentence: 'places.log.population_recorded', followable: true },
  'places.population_corrected': { sentence: 'places.log.population_corrected', followable: true },
  'places.population_withdrawn': { sentence: 'places.log.population_withdrawn', followable: true },
  'places.area_set': { sentence: 'places.log.area_set', followable: false },
  'places.area_cleared': { sentence: 'places.log.area_cleared', followable: false },
  'places.body_added': { sentence: 'places.log.body_added', followable: true },
  'places.body_corrected': { sentence: 'places.log.body_corrected', followable: true },
  'places.body_closed': { sentence: 'places.log.body_closed', followable: true },
  'places.body_succeeded': { sentence: 'places.log.body_succeeded', followable: true },
  'places.body_reopened': { sentence: 'places.log.body_reopened', followable: true },
  'places.imported': { sentence: 'places.log.imported', followable: false },
};

/** Places and bodies. `needs` brings what higher modules show on the pages of a place and of a body. */
export function placesModule(needs: PlacesNeeds = {}): Module {
  return {
    name: 'places',
    // Fixed words of an address come before `:slug`.
    routes: [
      ...sheetRoutes,
      ...areaRoutes,
      ...keepingRoutes,
      ...deedRoutes,
      ...bodyKeepingRoutes,
      ...bodyDeedRoutes,
      ...overviewRoutes,
      ...bodyRoutes(needs),
      ...dossierRoutes(needs),
    ],
    deeds: PLACES_DOES,
    commands: [
      ...[addPlace, correctPlace, closePlace, reopenPlace, mergePlaces],
      ...[recordPopulation, withdrawPopulation, setArea],
      ...[addBody, correctBody, closeBody, reopenBody],
      ...[stageImport, writeImport],
    ],
    entries: RECORD,
    menu: [{ id: 'places', order: 50, label: (lang) => lang.t('places.menu'), path: '/places' }],
    parts: [PLACES_PART],
    data: BODY_DATA,
    things: PLACES_THINGS,
  };
}
