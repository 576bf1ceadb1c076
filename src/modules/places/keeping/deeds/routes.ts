import { refuse } from '#core/errors/result.ts';
import { SEEN, seenOf } from '#core/errors/seen.ts';
import type { Route, Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { filled, keep, mergedWith } from '#ui/filled.ts';
import { closePlace, mergePlaces, reopenPlace } from '../../commands.ts';
import { type Deed, deedRoutesOf } from '../../deeds/routes.ts';
import { Reading } from '../../forms.ts';
import { recordPopulation, withdrawPopulation } from '../../populations/commands.ts';
import { readPopulation } from '../../populations/forms.ts';
import { figureField, figuresSeen, figureValues } from '../../populations/rules.ts';
import { figuresOf, nameablePlaces } from '../../queries.ts';
import { placeCrumb, placesCrumb, placeToKeep } from '../../routes.ts';
import type { Place, Population } from '../../schema.ts';
import { ClosurePage, MergerPage, PopulationPage, ReopeningPage, WithdrawalPage } from '../pages/place-deeds.tsx';
import { findPlaces, optionsOf } from '../routes.ts';

const named = (key: 'close' | 'reopen' | 'merge' | 'population' | 'withdraw') => (web: Web, place: Place) =>
  web.lang.t(`places.deed.${key}`, { name: web.lang.pick(place.name) });

const closure: Deed<Place> = {
  path: 'closure',
  done: 'closed',
  title: named('close'),
  page: (_web, _place, common) => ClosurePage(common),
  act: async (web, place, posted) => {
    const read = new Reading(posted);
    const day = read.neededDay('day');
    const source = read.needed('source', message('places.refused.no_source'));
    const given = read.end({ place: place.id, day: day ?? web.today, source });
    return given.ok ? web.perform(closePlace, given.value) : given;
  },
};

const reopening: Deed<Place> = {
  path: 'reopening',
  done: 'reopened',
  title: named('reopen'),
  page: (_web, _place, common) => ReopeningPage(common),
  act: (web, place, posted) => web.perform(reopenPlace, { place: place.id, reason: posted.text('reason') }),
};

const merger: Deed<Place> = {
  path: 'mergers',
  done: 'merged',
  title: named('merge'),
  page: async (web, place, common) => {
    const own = (await nameablePlaces(web.db, web.forum.id)).filter(
      (p) => p.forum === web.forum.id && p.id !== place.id,
    );
    const candidates = optionsOf(web, own, [place.kind]);
    return MergerPage({ ...common, candidates, name: web.lang.pick(place.name) });
  },
  act: async (web, place, posted) => {
    const fields = { text: (name: string) => posted.all(name).join('; ') };
    const read = new Reading(fields);
    const predecessors = read.several('predecessors', findPlaces(web, await nameablePlaces(web.db, web.forum.id)));
    const day = read.neededDay('day');
    const source = read.needed('source', message('places.refused.no_source'));
    const given = read.end({ predecessors, successor: place.id, day: day ?? web.today, source });
    return given.ok ? web.perform(mergePlaces, { ...given.value, predecessors: [...predecessors] }) : given;
  },
};

const population: Deed<Place> = {
  path: 'populations',
  done: 'counted',
  title: named('population'),
  page: (web, _place, common) => PopulationPage({ ...common, today: web.today }),
  act: async (web, place, posted) => {
    const read = readPopulation(posted, place, web.today);
    return read.ok ? web.perform(recordPopulation, { ...read.value, place: place.id, seen: posted.text(SEEN) }) : read;
  },
  seen: async (web, place) => seenOf(figuresSeen(await figuresAt(web, place))),
  merged: async (web, place, posted) => {
    const [read, figures] = [readPopulation(posted, place, web.today), await figuresAt(web, place)];
    const mine = read.ok ? figureValues(read.value) : keep(posted);
    const same = figures.find((one) => read.ok && figureField(one) === figureField(read.value));
    const now = same ? figureValues(same) : { ...mine, people: '', households: '' };
    const of = mergedWith(web.lang, now, mine);
    return { ...of, values: { ...of.values, [SEEN]: seenOf(figuresSeen(figures)) } };
  },
};

const figuresAt = async (web: Web, place: Place): Promise<readonly Population[]> =>
  (await figuresOf(web.db, web.forum.id, [place.id])).get(place.id) ?? [];

const figureIn = async (web: Web, place: Place): Promise<Population | undefined> =>
  (await figuresAt(web, place)).find((figure) => figure.id === web.params.population);

const withdrawal: Deed<Place> = {
  path: 'populations/:population/withdrawal',
  done: 'withdrawn',
  title: named('withdraw'),
  page: async (web, place, common) => {
    const found = await figureIn(web, place);
    const figure = found
      ? web.lang.t('places.withdrawal.figure', { people: web.lang.number(found.people), day: web.lang.date(found.day) })
      : web.lang.t('places.refused.unknown_figure');
    return WithdrawalPage({ ...common, figure });
  },
  act: async (web, place, posted) => {
    const found = await figureIn(web, place);
    if (!found) return refuse('not_found', message('places.refused.unknown_figure'));
    const input = { place: place.id, population: found.id, reason: posted.text('reason'), seen: posted.text(SEEN) };
    return web.perform(withdrawPopulation, input);
  },
  seen: async (web, place) => {
    const found = await figureIn(web, place);
    return seenOf(found ? figureValues(found) : {});
  },
  // The figure as it is now stands above the form.
  merged: async (web, place, posted) => {
    const found = await figureIn(web, place);
    const values = { ...keep(posted), [SEEN]: seenOf(found ? figureValues(found) : {}) };
    return filled(web.lang, values, [{ field: SEEN, message: message('ui.form.meanwhile') }]);
  },
};

/** Ending, reopening, merging and counting: each a small page below the place. */
export const deedRoutes: readonly Route[] = deedRoutesOf(
  { at: '/places', toKeep: placeToKeep, crumbs: (web, place) => [placesCrumb(web), placeCrumb(web, place)] },
  [closure, reopening, merger, population, withdrawal],
);
