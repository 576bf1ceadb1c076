import type { Lang } from '#core/i18n/lang.ts';
import { type Cell, csv } from '#core/sheets/csv.ts';
import { ABOUT_FILE, SEAT_COLUMNS } from '../sheets/schema.ts';
import type { Roster, Speaker } from './schema.ts';

const COLUMNS = [...SEAT_COLUMNS.map(({ name }) => name), ...ABOUT_FILE];

/** Office, name where it is public, first and last day; all empty: nobody was named, or who it is is not public. */
function cellsOf(lang: Lang, speaker: Speaker | null): readonly Cell[] {
  const office = speaker?.mandate.office;
  if (!speaker || (!office && !speaker.name)) return ['', '', null, null];
  const { from, last } = speaker.mandate;
  return [office ? lang.pick(office) : '', speaker.name ?? '', { day: from }, last ? { day: last } : null];
}

const rowsOf = ({ groups }: Roster) =>
  groups.flatMap(({ constituency, rows }) => rows.map((row) => ({ constituency, ...row })));

/**
 * /members.csv: one row for each seat of the day; `note` stands in every row (the word "demonstration" in its forum). Read
 * by "Bring in a list of members" elsewhere, in the same language, it comes out byte for byte the same.
 */
export function membersCsv(lang: Lang, roster: Roster, note: string): string {
  const rows = rowsOf(roster).map(({ constituency, seat, holding, body, representative, alternate }) => [
    ...[seat.number, lang.pick(constituency.name), { day: seat.from }],
    ...[body ? lang.pick(body.name) : '', body?.slug ?? '', body?.kind ?? ''],
    ...[holding ? { day: holding.from } : null, holding?.last ? { day: holding.last } : null],
    ...[...cellsOf(lang, representative), ...cellsOf(lang, alternate)],
    ...[{ day: roster.day }, note],
  ]);
  return csv(rows, COLUMNS, { bom: true });
}

const speakerJson = (lang: Lang, speaker: Speaker | null) =>
  speaker && {
    office: speaker.mandate.office && lang.pick(speaker.mandate.office),
    name: speaker.name,
    from: speaker.mandate.from,
    until: speaker.mandate.last,
  };

/** /members.json: the seats of the day; days are YYYY-MM-DD, a vacant seat has no organisation. */
export const membersJson = (
  lang: Lang,
  roster: Roster,
  forum: { readonly slug: string; readonly demonstration: boolean },
  addressOf: (path: string) => string,
): string =>
  JSON.stringify({
    ...{ forum: forum.slug, on: roster.day, demonstration: forum.demonstration },
    groups: roster.groups.map(({ constituency, rows }) => ({
      ...{ id: constituency.id, name: constituency.name },
      seats: rows.map(({ seat, holding, body, representative, alternate, vacantSince }) => ({
        ...{
          id: seat.id,
          number: seat.number,
          from: seat.from,
          until: seat.last,
          vacant_since: roster.reported ? null : vacantSince,
        },
        organisation: holding && {
          ...{ id: holding.body, name: body && lang.pick(body.name), kind: body?.kind ?? null },
          ...{ from: holding.from, until: holding.last },
        },
        representative: speakerJson(lang, representative),
        alternate: speakerJson(lang, alternate),
        url: addressOf(`/members/${seat.number}`),
      })),
    })),
  });
