import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import type { Line } from '#core/sheets/heads.ts';
import { Reading } from '../../forms.ts';
import { type PopulationInput, readPopulation } from '../../populations/forms.ts';
import { searchPlaces } from '../../rules.ts';
import type { Place, PlaceId } from '../../schema.ts';
import { type Cells, fieldsOf, type Judged, judged } from '../rules.ts';
import type { FigureDraft, FigureWorld } from './schema.ts';

/** A figure as the row of a file. */
export const figureCells = (slug: string, figure: PopulationInput): Cells => ({
  place: slug,
  day: figure.day,
  people: String(figure.people),
  households: figure.households === null ? '' : String(figure.households),
  source: figure.source,
});

/** Judges every row of a file of figures; only places of this forum take figures. */
export function judgeFigures(lines: readonly Line[], world: FigureWorld): readonly Judged<FigureDraft>[] {
  const byId = new Map(world.places.map((place) => [place.id, place]));
  const find = { search: searchPlaces(world.places), say: (p: Place) => `${choose(p.name, 'az').text} (${p.slug})` };
  const firstLine = new Map<string, number>();
  return lines.map((line) => {
    const fields = fieldsOf(line, null);
    const read = new Reading(fields);
    const id = read.one('place', find);
    if (!id && read.errors.length === 0) read.wrong('place', message('places.refused.no_place'));
    const place = id ? byId.get(id) : undefined;
    const label = place ? choose(place.name, 'az').text : fields.text('place');
    const figure = readPopulation(fields, place ?? { from: null, to: null }, world.today);
    if (!figure.ok) read.alsoWrong(figure.refusal.fields ?? []);
    const value = figure.ok ? figure.value : { day: world.today, people: 0, households: null, source: '' };
    const key = JSON.stringify([id, value.day, value.source]);
    const first = firstLine.get(key);
    if (first !== undefined && figure.ok) read.wrong('place', message('places.refused.figure_twice', { line: first }));
    else firstLine.set(key, line.row.line);
    const old = (world.figures.get(id as PlaceId) ?? []).find((f) => f.day === value.day && f.source === value.source);
    const stands = old && old.people === value.people && old.households === value.households;
    // A figure of the register that stands there already is passed over; a new one is not for this forum to give.
    if (place && place.forum !== world.forum && !stands) read.wrong('place', message('places.refused.register_row'));
    const slug = place?.slug ?? '';
    const draft = { ...value, id: key, place: (id ?? '') as PlaceId };
    const before = old ? figureCells(slug, old) : null;
    return judged(line, label, read.errors, draft, before, () => figureCells(slug, value));
  });
}
