import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Empty } from '#ui/empty.tsx';
import { Facts } from '#ui/facts.tsx';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Composition, Seating } from '../../seats/schema.ts';

interface DecisionsProps {
  readonly lang: Lang;
  readonly seating: Seating;
  /** Names of places by id. */
  readonly places: ReadonlyMap<string, string>;
  readonly mayKeep: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
}

/** By which decisions the forum became what it is, the newest first. */
export const DecisionsPage = (props: DecisionsProps) => {
  const { lang, seating, mayKeep, done, at } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('forum.composition.title')} lede={lang.t('forum.composition.lede')} />
      <Stack>
        {seating.compositions.length === 0 ? (
          <Empty level={2} title={lang.t('forum.composition.none')} />
        ) : (
          seating.compositions.toReversed().map((one) => <Decision key={one.id} {...props} one={one} />)
        )}
        {mayKeep ? (
          <p>
            <ButtonLink href={at('/members/decisions/new')} second>
              {lang.t(seating.compositions.length === 0 ? 'forum.composition.first' : 'forum.composition.next')}
            </ButtonLink>
          </p>
        ) : null}
      </Stack>
    </>
  );
};

function Decision({ lang, seating, places, at, one }: DecisionsProps & { readonly one: Composition }) {
  const added = seating.constituencies.flatMap((group) => {
    const n = seating.seats.filter((seat) => seat.composition === one.id && seat.constituency === group.id).length;
    return n > 0
      ? [{ id: group.id, words: lang.t('forum.composition.added', { n, group: lang.pick(group.name) }) }]
      : [];
  });
  const named = one.places.flatMap((id) => places.get(id) ?? []);
  return (
    <Card title={`${lang.t(`forum.composition.kind.${one.kind}`)}: ${one.number}`} level={2}>
      <Facts
        facts={[
          { name: lang.t('forum.composition.decided_on'), value: lang.date(one.decidedOn) },
          {
            name: lang.t('forum.composition.from'),
            value: <Link href={at(`/members?day=${one.from}`)}>{lang.date(one.from)}</Link>,
          },
          {
            name: lang.t('forum.composition.seats_head'),
            value:
              added.length > 0 ? (
                <ul class="plainlist">
                  {added.map(({ id, words }) => (
                    <li key={id}>{words}</li>
                  ))}
                </ul>
              ) : null,
          },
          { name: lang.t('forum.composition.places_head'), value: named.length > 0 ? lang.list(named) : null },
          { name: lang.t('forum.composition.reason'), value: one.reason },
          {
            name: lang.t('forum.composition.document'),
            value: one.url ? <Link href={one.url}>{lang.t('forum.composition.open_document')}</Link> : null,
          },
          {
            name: lang.t('forum.composition.entered'),
            value: one.decidedOn < one.enteredOn ? lang.date(one.enteredOn) : null,
          },
        ]}
      />
    </Card>
  );
}
