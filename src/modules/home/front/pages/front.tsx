import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Front } from '#modules/plans/contract.ts';
import { Empty } from '#ui/empty.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { VoicesLegend } from '#ui/voices.tsx';
import { Facts } from '../../facts/pages/facts.tsx';
import type { FactGroup } from '../../schema.ts';
import type { Village } from '../schema.ts';
import { DueNext, LateToday } from './parts/due-lists.tsx';
import { KeyFigures } from './parts/key-figures.tsx';
import { Villages } from './parts/villages.tsx';

/** A plan in a few lines, as the room of plans draws it. */
export interface Drawn {
  readonly slug: string;
  readonly national: boolean;
  readonly card: ComponentChildren;
}

interface FrontProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly plans: readonly Drawn[];
  readonly front: Front;
  readonly villages: readonly Village[];
  /** What others reported about the place, entered with its sources. */
  readonly facts: readonly FactGroup[];
  /** What everybody can say something about now. */
  readonly open: ComponentChildren;
  readonly at: (path: string) => string;
  /** Coordinator or secretary: an empty page offers them the first step. */
  readonly staff: boolean;
  /** The plans are for this reader. */
  readonly plansSeen: boolean;
  /** Only those inside see the forum yet. */
  readonly preparing: boolean;
  readonly mayOpen: boolean;
  /** The forum was made a moment ago. */
  readonly opened: boolean;
}

/** The front page of a forum: what was planned and whether it is done, what is late, what comes next, one's own village. */
export const FrontPage = (props: FrontProps) => {
  const { lang, today, plans, front, villages, facts, at, staff, opened } = props;
  const own = plans.filter((plan) => !plan.national);
  const national = plans.filter((plan) => plan.national);
  const current = front.cards.find((card) => card.own && card.plan.kind === 'local' && card.stage === 'in_force');
  return (
    <>
      {opened || (props.preparing && staff) ? <Opened {...props} /> : null}
      <PageTitle title={lang.t('home.front.title')} lede={lang.t('home.front.lede')} />
      <h2 class="vh">{lang.t('home.front.plans')}</h2>
      {props.plansSeen ? null : (
        <Empty title={lang.t('home.front.part_later')}>{lang.t('home.front.part_later_text')}</Empty>
      )}
      {props.plansSeen && own.length === 0 ? <NoPlan lang={lang} at={at} staff={staff} /> : null}
      {own.length > 0 ? (
        <>
          {current ? <KeyFigures lang={lang} seen={current} villages={villages.length} at={at} /> : null}
          <Stack>
            {own.map((plan) => plan.card)}
            <VoicesLegend lang={lang} />
            <p class="small">
              <Link href={`/${lang.code}/method`}>{lang.t('home.front.method')}</Link>
            </p>
            <div class="cols">
              <LateToday lang={lang} today={today} lines={front.late} at={at} />
              <DueNext lang={lang} today={today} front={front} at={at} />
            </div>
          </Stack>
        </>
      ) : null}
      {props.open}
      <Villages lang={lang} villages={villages} at={at} />
      {national.length > 0 ? (
        <Section title={lang.t('home.front.national')}>
          {national.map((plan) => (
            <>
              {plan.card}
              <p>
                <Link href={at(`/plans/${plan.slug}/local`)}>{lang.t('home.front.reaches_us')}</Link>
              </p>
            </>
          ))}
        </Section>
      ) : null}
      <Facts lang={lang} groups={facts} />
    </>
  );
};

interface PartProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
}

const NoPlan = ({ lang, at, staff }: PartProps & { readonly staff: boolean }) =>
  staff ? (
    <Empty
      title={lang.t('home.front.no_plan')}
      next={
        <p class="acts">
          <ButtonLink href={at('/plans/new')}>{lang.t('home.front.new_plan')}</ButtonLink>
          <ButtonLink href={at('/plans/import')} second>
            {lang.t('home.front.import_plan')}
          </ButtonLink>
        </p>
      }
    >
      {lang.t('home.front.no_plan_staff')}
    </Empty>
  ) : (
    <Empty title={lang.t('home.front.no_plan')} next={<Link href={at('/places')}>{lang.t('home.front.places')}</Link>}>
      {lang.t('home.front.no_plan_text')}
    </Empty>
  );

/** While the forum is in preparation: the things that make it work. */
const Opened = ({ lang, at, opened, preparing, mayOpen }: FrontProps) => (
  <Notice title={lang.t(opened ? 'home.front.opened' : 'home.front.preparing')} warn={!opened}>
    <ul>
      <li>
        <Link href={at('/people/new')}>{lang.t('home.front.opened_people')}</Link>
      </li>
      <li>
        <Link href={at('/places/import')}>{lang.t('home.front.opened_bodies')}</Link>
      </li>
      <li>
        <Link href={at('/plans/import')}>{lang.t('home.front.opened_plan')}</Link>
      </li>
      {preparing && mayOpen ? (
        <li>
          <Link href={at('/opening')}>{lang.t('home.front.opened_opening')}</Link>
        </li>
      ) : null}
    </ul>
  </Notice>
);
