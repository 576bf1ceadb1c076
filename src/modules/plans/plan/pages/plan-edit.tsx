import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Filled } from '#ui/filled.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PlanTabs } from './parts/plan-tabs.tsx';
import { PlanForm } from './plan-form.tsx';

interface NewPlanProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly own: LanguageCode;
  readonly national: boolean;
}

/** The beginning of a plan: a draft that only its authors see. */
export const NewPlanPage = ({ of, action, back, own, national }: NewPlanProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(national ? 'plans.plan.new.title_national' : 'plans.plan.new.title')}
        lede={lang.t('plans.plan.new.lede')}
      />
      <PlanForm
        of={of}
        action={action}
        back={back}
        own={own}
        deed={lang.t('plans.plan.new.deed')}
        isNew={true}
        adopted={false}
      />
    </>
  );
};

interface EditPlanProps {
  readonly of: Filled;
  readonly plan: string;
  readonly name: string;
  readonly own: LanguageCode;
  readonly adopted: boolean;
  readonly saved: boolean;
}

/** A plan being written; once adopted, the way to change what it says is named. */
export const EditPlanPage = ({ of, plan, name, own, adopted, saved }: EditPlanProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.plan.edit.title')} over={name} />
      <PlanTabs lang={lang} plan={plan} current="edit" />
      {saved ? <Notice title={lang.t('plans.plan.edit.saved')} /> : null}
      {adopted ? (
        <Notice title={lang.t('plans.plan.edit.adopted')} warn>
          <p>{lang.t('plans.plan.edit.adopted_way')}</p>
          <p>
            <Link href={plan}>{lang.t('plans.plan.edit.adopted_choose')}</Link>
          </p>
        </Notice>
      ) : null}
      <PlanForm
        of={of}
        action={`${plan}/edit`}
        back={plan}
        own={own}
        deed={lang.t('plans.plan.edit.deed')}
        isNew={false}
        adopted={adopted}
      />
    </>
  );
};
