import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { Columns, Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';

/** A forum in a few lines. */
export interface ForumSeen {
  readonly href: string;
  readonly name: Texts;
  readonly motto: Texts;
  readonly kind: 'living' | 'record';
  readonly demonstration: boolean;
  /** Its own public plans: how many, with how many standing measures, how many of them late. */
  readonly plans: number;
  readonly measures: number;
  readonly late: number;
  /** Its plans are not for this reader. */
  readonly hidden: boolean;
  /** In preparation, until a day that is known or not. */
  readonly waits: { readonly opensOn: PlainDate | null } | null;
}

interface ForumsProps {
  readonly lang: Lang;
  readonly forums: readonly ForumSeen[];
  /** Where the operator opens another forum; null for all others. */
  readonly openNew: string | null;
  /** Where the operator takes the invented forums away; null for all others. */
  readonly remove: string | null;
  readonly begin: string;
  /** The invented forums were taken away a moment ago. */
  readonly removed: boolean;
}

/** The home of an installation with several forums: where to go in, each with its key figures. */
export const ForumsPage = ({ lang, forums, openNew, remove, begin, removed }: ForumsProps) => {
  const real = forums.filter((forum) => !forum.demonstration);
  const madeUp = forums.filter((forum) => forum.demonstration);
  return (
    <>
      {removed ? <Notice title={lang.t('home.demo.removed')} /> : null}
      <PageTitle title={lang.t('home.forums.title')} lede={lang.t('home.forums.lede')} />
      {real.length > 0 ? (
        <Stack>
          <Cards lang={lang} forums={real} level={2} />
          {openNew ? (
            <p class="acts">
              <ButtonLink href={openNew} second>
                {lang.t('home.forums.open_new')}
              </ButtonLink>
            </p>
          ) : null}
        </Stack>
      ) : null}
      {madeUp.length > 0 ? (
        <Section title={lang.t('home.forums.example')}>
          <p>{lang.t('home.forums.example_text')}</p>
          <Cards lang={lang} forums={madeUp} level={3} />
          {remove ? (
            <p>
              <Link href={remove}>{lang.t('home.desk.demo_removal')}</Link>
            </p>
          ) : null}
        </Section>
      ) : null}
      {real.length === 0 ? (
        <Section title={lang.t('home.forums.own')}>
          <p>{lang.t('home.forums.own_text')}</p>
          <ButtonLink href={begin}>{lang.t('home.forums.begin')}</ButtonLink>
        </Section>
      ) : null}
    </>
  );
};

interface CardsProps {
  readonly lang: Lang;
  readonly forums: readonly ForumSeen[];
  /** Of the headings: under the page's own, or under that of a section. */
  readonly level: 2 | 3;
}

const Cards = ({ lang, forums, level }: CardsProps) => (
  <Columns>
    {forums.map((forum) => (
      <ForumCard key={forum.href} lang={lang} forum={forum} level={level} />
    ))}
  </Columns>
);

const ForumCard = ({ lang, forum, level }: Omit<CardsProps, 'forums'> & { readonly forum: ForumSeen }) => (
  <Card
    level={level}
    title={
      <Link href={forum.href}>
        <ChosenText lang={lang} of={lang.choose(forum.name)} />
      </Link>
    }
  >
    {lang.pick(forum.motto) ? <p>{lang.pick(forum.motto)}</p> : null}
    <p class="meta">
      {forum.kind === 'record' ? <span>{lang.t('home.forums.record')}</span> : null}
      {forum.waits ? (
        <span>
          {forum.waits.opensOn
            ? lang.t('home.forums.opens_on', { date: lang.date(forum.waits.opensOn) })
            : lang.t('home.forums.preparing')}
        </span>
      ) : null}
      {forum.kind === 'living' && !forum.hidden ? (
        <span>{lang.t('home.forums.figures', { plans: forum.plans, measures: forum.measures })}</span>
      ) : null}
      {forum.late > 0 ? (
        <State lang={lang} kind="late">
          {lang.t('home.forums.late', { n: forum.late })}
        </State>
      ) : null}
    </p>
  </Card>
);
