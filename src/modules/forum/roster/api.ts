import type { Lang } from '#core/i18n/lang.ts';
import { csv } from '#core/sheets/csv.ts';
import type { Roster, Speaker } from './schema.ts';

const COLUMNS = [
  ...['seat', 'group', 'seat_from', 'organisation', 'organisation_id', 'organisation_kind', 'held_from', 'held_until'],
  ...['representative', 'representative_from', 'alternate', 'alternate_from', 'on', 'note'],
] as const;

/** Office and, where it is public, name; empty: nobody was named. */
function wordsOf(lang: Lang, speaker: Speaker | null): string {
  if (!speaker) return '';
  const { office } = speaker.mandate;
  const words = [office ? lang.pick(office) : null, speaker.name].filter((word) => word !== null);
  return words.length > 0 ? words.join(', ') : lang.t('forum.speaker.named');
}

const rowsOf = ({ groups }: Roster) =>
  groups.flatMap(({ constituency, rows }) => rows.map((row) => ({ constituency, ...row })));

/** /members.csv: one row for each seat of the day; `note` stands in every row (the word "demonstration" in its forum). */
export function membersCsv(lang: Lang, roster: Roster, note: string): string {
  const rows = rowsOf(roster).map(({ constituency, seat, holding, body, representative, alternate }) => [
    ...[seat.number, lang.pick(constituency.name), { day: seat.from }],
    ...[body ? lang.pick(body.name) : '', holding?.body ?? '', body?.kind ?? ''],
    ...[holding ? { day: holding.from } : null, holding?.last ? { day: holding.last } : null],
    ...[wordsOf(lang, representative), representative ? { day: representative.mandate.from } : null],
    ...[wordsOf(lang, alternate), alternate ? { day: alternate.mandate.from } : null],
    ...[{ day: roster.day }, note],
  ]);
  return csv(rows, [...COLUMNS], { bom: true });
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
        ...{ id: seat.id, number: seat.number, from: seat.from, until: seat.last, vacant_since: vacantSince },
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
