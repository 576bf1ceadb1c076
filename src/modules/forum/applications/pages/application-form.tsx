import type { PlainDate } from '#core/time/plain-date.ts';
import { AreaField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { LetterFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Criteria } from '../schema.ts';
import { CriteriaList } from './parts/criteria-list.tsx';

interface ApplicationFormProps {
  readonly of: Filled;
  readonly criteria: Criteria;
  readonly groups: readonly Option[];
  /** Staff enters it from a letter. */
  readonly paper: boolean;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
}

/** An organisation applies for a seat. */
export const ApplicationForm = ({ of, criteria, groups, paper, today, action, back }: ApplicationFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(paper ? 'forum.applications.enter' : 'forum.applications.apply')}
        lede={lang.t('forum.applications.apply_lede', { n: criteria.answerDays })}
      />
      <CriteriaList lang={lang} criteria={criteria} />
      <Form
        of={of}
        action={action}
        deed={lang.t(paper ? 'forum.applications.enter_deed' : 'forum.applications.apply_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        {...(paper ? { hidden: { paper: 'yes' } } : {})}
      >
        {paper ? <LetterFields of={of} today={today} /> : null}
        <TextField
          of={of}
          name="organisation"
          label={lang.t('forum.applications.organisation')}
          autocomplete="organization"
          maxlength={200}
        />
        <SelectField
          of={of}
          name="constituency"
          label={lang.t('forum.applications.group')}
          options={groups}
          none={lang.t('forum.choose')}
        />
        <AreaField
          of={of}
          name="words"
          label={lang.t('forum.applications.words')}
          hint={lang.t('forum.applications.words_hint')}
          rows={10}
          maxlength={5000}
        />
        <TextField
          of={of}
          name="contact"
          label={lang.t('forum.applications.contact')}
          hint={lang.t('forum.applications.contact_hint')}
          maxlength={200}
        />
      </Form>
    </>
  );
};
