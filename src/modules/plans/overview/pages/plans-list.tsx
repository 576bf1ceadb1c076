import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { PlanCardSeen } from '../schema.ts';
import { PlanCard } from './parts/plan-card.tsx';

interface PlansListProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly plans: readonly PlanCardSeen[];
  /** Address below the forum. */
  readonly at: (path: string) => string;
  readonly mayAuthor: boolean;
}

/** All plans that readers of this forum meet: its own first, then those of the country. */
export const PlansList = ({ lang, today, plans, at, mayAuthor }: PlansListProps) => {
  const local = plans.filter((seen) => seen.plan.kind === 'local');
  const national = plans.filter((seen) => seen.plan.kind === 'national');
  return (
    <>
      <PageTitle title={lang.t('plans.overview.list_title')} lede={lang.t('plans.overview.list_lede')} />
      {mayAuthor ? (
        <p class="acts">
          <ButtonLink href={at('/plans/new')}>{lang.t('plans.overview.new')}</ButtonLink>{' '}
          <ButtonLink href={at('/plans/import')} second>
            {lang.t('plans.overview.import')}
          </ButtonLink>
        </p>
      ) : null}
      {plans.length === 0 ? (
        <Empty level={2} title={lang.t('plans.overview.none')}>
          {lang.t('plans.overview.none_about')}
        </Empty>
      ) : null}
      <Group title={lang.t('plans.overview.local')} shown={local.length > 0}>
        {local.map((seen) => (
          <PlanCard key={seen.plan.id} lang={lang} seen={seen} today={today} at={at} />
        ))}
      </Group>
      <Group title={lang.t('plans.overview.national')} shown={national.length > 0}>
        {national.map((seen) => (
          <PlanCard key={seen.plan.id} lang={lang} seen={seen} today={today} at={at} />
        ))}
      </Group>
    </>
  );
};

const Group = ({
  title,
  shown,
  children,
}: {
  readonly title: string;
  readonly shown: boolean;
  readonly children: ComponentChildren;
}) =>
  shown ? (
    <Section title={title}>
      <div class="stack">{children}</div>
    </Section>
  ) : null;
