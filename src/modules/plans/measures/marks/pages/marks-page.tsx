import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type MarkChoices, MarksFields } from '../../pages/parts/marks-fields.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';

interface MarksPageProps extends MarkChoices {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
}

/** After adoption: what is said about a measure stays open, what the plan says changes by amendment. */
export const MarksPage = ({ of, measure, name, localisable, places }: MarksPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.measures.marks.title')} over={name} />
      <MeasureTabs lang={lang} measure={measure} current="edit" adopted={true} />
      <Notice title={lang.t('plans.measures.marks.fixed')} warn>
        <p>{lang.t('plans.measures.marks.way')}</p>
        <p>
          <ButtonLink href={`${measure}/amendments/new`} second>
            {lang.t('plans.measures.tabs.amend')}
          </ButtonLink>
        </p>
      </Notice>
      <Form
        of={of}
        action={`${measure}/edit`}
        deed={lang.t('plans.measures.marks.deed')}
        second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
      >
        <MarksFields of={of} localisable={localisable} places={places} />
      </Form>
    </>
  );
};
