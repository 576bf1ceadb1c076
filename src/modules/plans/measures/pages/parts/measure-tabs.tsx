import type { Lang } from '#core/i18n/lang.ts';
import { Tabs } from '#ui/tabs.tsx';

export type MeasureTab = 'measure' | 'edit' | 'indicators' | 'amend' | 'milestones' | 'actuals' | 'withdraw' | 'remove';

const PATHS: Readonly<Record<MeasureTab, string>> = {
  measure: '',
  edit: '/edit',
  indicators: '/indicators',
  amend: '/amendments/new',
  milestones: '/milestones',
  actuals: '/actuals',
  withdraw: '/withdrawal',
  remove: '/removal',
};
const DRAFT: readonly MeasureTab[] = ['measure', 'edit', 'indicators', 'remove'];
const ADOPTED: readonly MeasureTab[] = ['measure', 'amend', 'milestones', 'actuals', 'edit', 'indicators', 'withdraw'];

interface MeasureTabsProps {
  readonly lang: Lang;
  /** Address of the measure's page. */
  readonly measure: string;
  readonly current: MeasureTab;
  readonly adopted: boolean;
}

/** What those who write a plan can do with one measure: before adoption everything, after it what decisions allow. */
export const MeasureTabs = ({ lang, measure, current, adopted }: MeasureTabsProps) => (
  <Tabs
    name={lang.t('plans.measures.tabs.name')}
    current={current}
    tabs={(adopted ? ADOPTED : DRAFT).map((id) => ({
      id,
      label: lang.t(adopted && id === 'edit' ? 'plans.measures.tabs.marks' : `plans.measures.tabs.${id}`),
      href: measure + PATHS[id],
    }))}
  />
);
