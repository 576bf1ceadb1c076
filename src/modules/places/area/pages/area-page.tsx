import { Checkboxes, type Choice } from '#ui/choice.tsx';
import { Empty } from '#ui/empty.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';

interface AreaPageProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly districts: readonly Choice[];
}

/** Which districts of the national register the platform is about. */
export const AreaPage = ({ of, action, back, districts }: AreaPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('places.list.area')} lede={lang.t('places.area.lede')} />
      {districts.length === 0 ? (
        <Section title={lang.t('places.area.which')}>
          <Empty title={lang.t('places.area.none')}>{lang.t('places.area.none_why')}</Empty>
        </Section>
      ) : (
        <Form
          of={of}
          action={action}
          deed={lang.t('places.area.deed')}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <Checkboxes of={of} name="places" label={lang.t('places.area.which')} options={districts} optional />
        </Form>
      )}
    </>
  );
};
