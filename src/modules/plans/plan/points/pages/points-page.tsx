import type { LanguageCode } from '#core/i18n/texts.ts';
import { TextField } from '#ui/field.tsx';
import { type Filled, fieldId } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Group } from '../../pages/parts/group.tsx';
import { PlanTabs } from '../../pages/parts/plan-tabs.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';

interface PointsPageProps {
  readonly of: Filled;
  readonly plan: string;
  readonly name: string;
  readonly own: LanguageCode;
  /** How many rows the form has: those written, and empty ones. */
  readonly rows: number;
  /** The first row that is still empty. */
  readonly firstEmpty: number;
  readonly adopted: boolean;
  readonly done: 'created' | 'saved' | null;
}

/** All points of a plan in one list; three rows are always free. */
export const PointsPage = ({ of, plan, name, own, rows, firstEmpty, adopted, done }: PointsPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.plan.points.title')} over={name} lede={lang.t('plans.plan.points.lede')} />
      <PlanTabs lang={lang} plan={plan} current="points" />
      {done ? (
        <Notice title={lang.t(`plans.plan.points.${done}`)}>
          {done === 'saved' ? (
            <p>
              <ButtonLink href={`${plan}/measures/new`} second>
                {lang.t('plans.plan.points.next')}
              </ButtonLink>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {adopted ? <Notice title={lang.t('plans.plan.points.adopted')} warn /> : null}
      <Form
        of={of}
        action={`${plan}/points`}
        deed={lang.t('plans.plan.points.deed')}
        second={<Cancel href={plan}>{lang.t('plans.plan.form.cancel')}</Cancel>}
      >
        <div id={fieldId('points')} tabindex={-1}>
          {Array.from({ length: rows }, (_, i) => (
            <PointRow key={i} of={of} i={i} own={own} empty={i >= firstEmpty} />
          ))}
        </div>
        <p class="hint">{lang.t('plans.plan.form.more_rows')}</p>
      </Form>
    </>
  );
};

interface PointRowProps {
  readonly of: Filled;
  readonly i: number;
  readonly own: LanguageCode;
  readonly empty: boolean;
}

const PointRow = ({ of, i, own, empty }: PointRowProps) => {
  const { lang } = of;
  const row = `point_${i}`;
  const id = of.values[`${row}_id`];
  return (
    <Group title={lang.t(empty ? 'plans.plan.points.another' : 'plans.plan.points.nth', { n: i + 1 })}>
      {id ? <input type="hidden" name={`${row}_id`} value={String(id)} /> : null}
      <TextField of={of} name={`${row}_number`} label={lang.t('plans.plan.points.number')} width="s" optional />
      <TextsFields
        of={of}
        name={`${row}_title`}
        label={lang.t('plans.plan.points.name')}
        hint={empty ? undefined : lang.t('plans.plan.points.remove_hint')}
        own={own}
        max={300}
        optional={true}
      />
      <TextField of={of} name={`${row}_note`} label={lang.t('plans.plan.points.note')} optional />
    </Group>
  );
};
