import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../rules.ts';
import { type Check, FOUND, type Item, NETWORKS } from '../schema.ts';

interface CheckFormProps {
  readonly of: Filled;
  readonly item: Item;
  readonly body: string;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
  /** Earlier checks, the newest first. */
  readonly before: readonly Check[];
}

/** Look whether one thing is published, and write down where; what was found before stands below. */
export const CheckForm = ({ of, item, body, today, action, back, before }: CheckFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={body}
        title={lang.t(`accountability.checklists.item.${item.key}`)}
        lede={lang.t('accountability.checklists.check_lede')}
      />
      <Stack>
        <Form
          of={of}
          action={action}
          files
          deed={lang.t('accountability.checklists.save')}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <Radios
            of={of}
            name="found"
            label={lang.t('accountability.checklists.found')}
            options={FOUND.map((value) => ({ value, label: lang.t(`accountability.checklists.state.${value}`) }))}
          />
          <TextField of={of} name="url" type="url" label={lang.t('accountability.checklists.url')} optional />
          <FileField
            of={of}
            name="copy"
            label={lang.t('accountability.checklists.copy_field')}
            hint={lang.t('accountability.checklists.copy_hint')}
            accept="image/*,.pdf"
            optional
          />
          <DateField
            of={of}
            name="dated_on"
            label={lang.t('accountability.checklists.dated_on')}
            max={today}
            optional
          />
          <DateField of={of} name="checked_on" label={lang.t('accountability.checklists.checked_on')} max={today} />
          <AreaField
            of={of}
            name="note"
            label={lang.t('accountability.checklists.note')}
            rows={2}
            maxlength={MOST.note}
            textLang={lang.code}
            optional
          />
        </Form>
        {before.length > 0 ? (
          <Section title={lang.t('accountability.checklists.before')}>
            <ul class="plainlist">
              {before.map((check) => (
                <li key={check.id}>
                  {lang.date(check.checkedOn)}: {lang.t(`accountability.checklists.state.${check.found}`)}{' '}
                  {check.url ? <Link href={check.url}>{lang.t('accountability.checklists.open')}</Link> : null}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Stack>
    </>
  );
};

/** A page of the body in a social network, as it was seen today. */
export const SocialForm = ({ of, action }: { readonly of: Filled; readonly action: string }) => {
  const { lang } = of;
  return (
    <Form of={of} action={action} deed={lang.t('accountability.checklists.social_save')}>
      <SelectField
        of={of}
        name="network"
        label={lang.t('accountability.checklists.network_field')}
        options={NETWORKS.map((value) => ({ value, label: lang.t(`accountability.checklists.network.${value}`) }))}
      />
      <TextField of={of} name="social_url" type="url" label={lang.t('accountability.checklists.url')} />
      <DateField of={of} name="newest_on" label={lang.t('accountability.checklists.newest_on')} optional />
    </Form>
  );
};
