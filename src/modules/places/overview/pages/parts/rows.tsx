import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { PlaceLine, PlacesSeen } from '../../schema.ts';
import { peopleCell } from './people.tsx';

interface RowsProps {
  readonly lang: Lang;
  readonly seen: PlacesSeen;
  readonly lines: readonly PlaceLine[];
  readonly at: (path: string) => string;
  /** The register's own first page. */
  readonly national: boolean;
}

export const isTree = (seen: PlacesSeen): boolean => seen.asked.kind === null && seen.asked.words === '';

/** In the order of the tree the depth says what lies in what; among chosen rows a column does. */
export const Rows = ({ lang, seen, lines, at, national }: RowsProps) => (
  <Table
    lang={lang}
    caption={lang.t('places.list.all')}
    quietCaption
    rows={lines}
    rowKey={(line) => line.place.id}
    columns={[
      {
        ...{ id: 'name', head: lang.t('places.field.name'), lead: true },
        cell: (line) => <Name lang={lang} line={line} at={at} depth={isTree(seen) ? line.depth : 0} />,
      },
      ...(isTree(seen)
        ? []
        : [
            {
              ...{ id: 'parent', head: lang.t('places.field.parent') },
              cell: ({ parent }: PlaceLine) =>
                parent ? <Link href={at(`/places/${parent.slug}`)}>{lang.pick(parent.name)}</Link> : null,
            },
          ]),
      ...(lines.some((line) => line.figure || line.sum || !national)
        ? [
            {
              ...{ id: 'people', head: lang.t('places.field.people'), number: true },
              // The register's first page does not look into its districts: what it did not count it does not call unknown.
              cell: (line: PlaceLine) => (national && !line.figure ? null : peopleCell(lang, line)),
            },
          ]
        : []),
    ]}
  />
);

interface NameProps {
  readonly lang: Lang;
  readonly line: PlaceLine;
  readonly at: (path: string) => string;
  readonly depth: number;
}

const Name = ({ lang, line, at, depth }: NameProps) => (
  <>
    {depth > 0 ? (
      <span aria-hidden="true" class="quiet">
        {`${'\u2003'.repeat(depth - 1)}└ `}
      </span>
    ) : null}
    <Link href={at(`/places/${line.place.slug}`)}>{lang.pick(line.place.name)}</Link>{' '}
    <small class="quiet">
      {lang.t(`places.kind.${line.place.kind}`)}
      {line.place.to
        ? `, ${
            line.heir
              ? lang.t('places.ended.merged_short', {
                  name: lang.pick(line.heir.name),
                  day: lang.shortDate(line.place.to),
                })
              : lang.t('places.ended.short', { day: lang.shortDate(line.place.to) })
          }`
        : null}
    </small>
  </>
);
