import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PlanTabs } from '../../../plan/pages/parts/plan-tabs.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';
import { MeasureForm, type MeasureFormProps } from './measure-form.tsx';

interface NewMeasureProps {
  readonly plan: string;
  readonly name: string;
  readonly form: MeasureFormProps;
}

/** A measure to be. In an adopted plan it needs the decision that brings it in. */
export const NewMeasurePage = ({ plan, name, form }: NewMeasureProps) => {
  const { lang } = form.of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.measures.new.title')}
        over={name}
        lede={lang.t(form.adopted ? 'plans.measures.new.lede_adopted' : 'plans.measures.new.lede')}
      />
      <PlanTabs lang={lang} plan={plan} current="new_measure" />
      <MeasureForm {...form} />
    </>
  );
};

interface EditMeasureProps {
  readonly measure: string;
  readonly name: string;
  readonly form: MeasureFormProps;
  /** Just added: the next step is the number by which it is judged. */
  readonly created: boolean;
}

export const EditMeasurePage = ({ measure, name, form, created }: EditMeasureProps) => {
  const { lang } = form.of;
  return (
    <>
      <PageTitle title={lang.t('plans.measures.edit.title')} over={name} />
      <MeasureTabs lang={lang} measure={measure} current="edit" adopted={false} />
      {created ? (
        <Notice title={lang.t('plans.measures.edit.created')}>
          <p>
            <ButtonLink href={`${measure}/indicators`} second>
              {lang.t('plans.measures.edit.next')}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <MeasureForm {...form} />
    </>
  );
};

interface RemovalProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
}

/** Taking a measure out of a plan that is not adopted: gone with all that was written under it. */
export const RemovalPage = ({ of, measure, name }: RemovalProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.measures.remove.title')} over={name} />
      <MeasureTabs lang={lang} measure={measure} current="remove" adopted={false} />
      <Confirm of={of} action={`${measure}/removal`} deed={lang.t('plans.measures.remove.deed')} cancelHref={measure}>
        <p>{lang.t('plans.measures.remove.meaning', { measure: name })}</p>
      </Confirm>
    </>
  );
};
