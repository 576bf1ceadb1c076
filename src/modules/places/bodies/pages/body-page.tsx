import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Card } from '#ui/card.tsx';
import { Empty } from '#ui/empty.tsx';
import { Facts } from '#ui/facts.tsx';
import { Aside, Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { saidOrWithheld } from '../../withheld/pages/said.tsx';
import { TakeDown } from '../../withheld/pages/take-down.tsx';
import { BODY_TEXT_NAMES, BODY_TEXTS, type BodyText, wordOf } from '../../withheld/rules.ts';
import type { BodySeen } from '../rules.ts';
import { type Body, bodyStandsOn } from '../schema.ts';

interface BodyPageProps {
  readonly lang: Lang;
  readonly seen: BodySeen;
  /** What other parts of the platform know of this body. */
  readonly panels: readonly ComponentChildren[];
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly withheld: WithheldThings;
  readonly done: string | null;
}

/** The page of one body: what it owes and does, where its office is, what it belongs to. */
export function BodyPage(props: BodyPageProps) {
  const { lang, seen, panels, done } = props;
  const { body } = seen;
  const told = panels.filter((panel) => panel !== null && panel !== undefined && panel !== false);
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t(`places.body_kind.${body.kind}`)}
        title={<ChosenText lang={lang} of={lang.choose(body.name)} />}
        lede={body.kind === 'class' ? lang.t('places.body.class_lede') : undefined}
      />
      <Ended {...props} />
      <Aside
        main={
          <>
            {told.length > 0 ? (
              told
            ) : (
              <Section title={lang.t('places.body.does')}>
                <Empty title={lang.t('places.body.nothing')}>{lang.t('places.body.nothing_why')}</Empty>
              </Section>
            )}
            <Listed {...props} title={lang.t('places.body.members')} bodies={seen.members} />
            <Listed {...props} title={lang.t('places.body.parts')} bodies={seen.parts} />
            <Listed {...props} title={lang.t('places.body.predecessors')} bodies={seen.predecessors} />
          </>
        }
        aside={<Beside {...props} />}
      />
    </>
  );
}

/** A text of the body, or the note in its place. */
const textOf = ({ lang, seen, withheld }: Pick<BodyPageProps, 'lang' | 'seen' | 'withheld'>, text: BodyText) =>
  saidOrWithheld(lang, seen.body[text], withheld.of(BODY_TEXTS[text], seen.body.id));

function Ended(props: BodyPageProps) {
  const { lang, seen, at, withheld } = props;
  const { body, heir, today } = seen;
  if (!body.to) return null;
  const day = lang.date(body.to);
  const past = !bodyStandsOn(body, today);
  return (
    <Notice warn title={lang.t(past ? 'places.ended.long' : 'places.ending.long', { day })}>
      {heir ? (
        <p>
          {lang.t('places.body.followed')} <Link href={at(`/bodies/${heir.slug}`)}>{lang.pick(heir.name)}</Link>
        </p>
      ) : null}
      {body.endedBy ? (
        <p>{lang.t('places.place.by', { source: body.endedBy })}</p>
      ) : (
        <p>{saidOrWithheld(lang, null, withheld.of(BODY_TEXTS.endedBy, body.id))}</p>
      )}
    </Notice>
  );
}

const Listed = ({
  lang,
  at,
  title,
  bodies,
}: Pick<BodyPageProps, 'lang' | 'at'> & { readonly title: string; readonly bodies: readonly Body[] }) =>
  bodies.length === 0 ? null : (
    <Section title={title}>
      <ul>
        {bodies
          .toSorted((a, b) => lang.compare(lang.pick(a.name), lang.pick(b.name)))
          .map((body) => (
            <li key={body.id}>
              <Link href={at(`/bodies/${body.slug}`)}>{lang.pick(body.name)}</Link>
            </li>
          ))}
      </ul>
    </Section>
  );

function Beside(props: BodyPageProps) {
  const { lang, seen, at, mayKeep } = props;
  const { body, place, whole, classes } = seen;
  const link = (other: Body) => <Link href={at(`/bodies/${other.slug}`)}>{lang.pick(other.name)}</Link>;
  const short = body.short ? lang.pick(body.short) : null;
  return (
    <>
      <Card title={lang.t('places.place.facts')} level={2}>
        <Facts
          facts={[
            { name: lang.t('places.body.short'), value: short === lang.pick(body.name) ? null : short },
            {
              name: lang.t('places.body.seat'),
              value: place ? <Link href={at(`/places/${place.slug}`)}>{lang.pick(place.name)}</Link> : null,
            },
            { name: lang.t('places.body.part_of'), value: whole ? link(whole) : null },
            { name: lang.t('places.body.classes'), value: classes.length > 0 ? classes.map(link) : null },
            { name: lang.t('places.field.from'), value: body.from ? lang.date(body.from) : null },
            { name: lang.t('places.field.source'), value: textOf(props, 'source') },
            {
              name: lang.t('places.place.record'),
              value: <Link href={at(`/history/body/${body.id}`)}>{lang.t('places.place.record_open')}</Link>,
            },
          ]}
        />
      </Card>
      <Office {...props} />
      {mayKeep ? <KeeperCard lang={lang} body={body} at={at} /> : null}
    </>
  );
}

/** How to reach the office; a body without any way is left out. */
function Office(props: BodyPageProps) {
  const { lang, seen } = props;
  const { body } = seen;
  const [address, phone] = [textOf(props, 'address'), textOf(props, 'phone')];
  const email = body.email ? <Link href={`mailto:${body.email}`}>{body.email}</Link> : textOf(props, 'email');
  const site = body.site ? (
    <Link href={body.site} rel="noopener external">
      {body.site.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </Link>
  ) : (
    textOf(props, 'site')
  );
  if (!address && !phone && !email && !site) return null;
  return (
    <Card title={lang.t('places.body.office')} level={2}>
      <Facts
        facts={[
          { name: lang.t('places.body.address'), value: address },
          { name: lang.t('places.body.phone'), value: phone },
          { name: lang.t('places.body.email'), value: email },
          { name: lang.t('places.body.site'), value: site },
        ]}
      />
    </Card>
  );
}

const KeeperCard = ({ lang, body, at }: Pick<BodyPageProps, 'lang' | 'at'> & { readonly body: Body }) => (
  <Card title={lang.t('places.keep.title')} level={2}>
    <ul class="plainlist">
      <li>
        <Link href={at(`/bodies/${body.slug}/correction`)}>{lang.t('places.keep.correct')}</Link>
      </li>
      <li>
        {body.to === null ? (
          <Link href={at(`/bodies/${body.slug}/closure`)}>{lang.t('places.keep.close')}</Link>
        ) : (
          <Link href={at(`/bodies/${body.slug}/reopening`)}>{lang.t('places.keep.reopen')}</Link>
        )}
      </li>
      <TakeDown
        lang={lang}
        at={at}
        texts={BODY_TEXT_NAMES.filter((text) => body[text]).map((text) => ({
          ...{ type: BODY_TEXTS[text], id: body.id, name: lang.t(wordOf(BODY_TEXTS[text])) },
        }))}
      />
    </ul>
  </Card>
);
