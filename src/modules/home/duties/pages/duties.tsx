import type { Lang } from '#core/i18n/lang.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { allAnswered } from '../rules.ts';
import { DUTY_ANSWERS, type DutySeen } from '../schema.ts';

interface DutiesProps {
  readonly lang: Lang;
  readonly duties: readonly DutySeen[];
  readonly of: Filled;
  readonly action: string;
  /** The operator; others only read. */
  readonly mayAnswer: boolean;
  readonly saved: boolean;
  readonly next: string;
}

/** What the law asks of who runs this, before the first name is stored; each is answered by the operator. */
export const DutiesPage = (props: DutiesProps) => {
  const { lang, duties, of, action, mayAnswer, saved, next } = props;
  const open = !allAnswered(duties);
  return (
    <>
      {saved ? (
        <Notice title={lang.t(open ? 'home.duties.saved' : 'home.duties.saved_all')}>
          {open ? null : <Link href={next}>{lang.t('home.forums.begin')}</Link>}
        </Notice>
      ) : null}
      <PageTitle
        title={lang.t('home.duties.title')}
        lede={lang.t(open ? 'home.duties.lede_open' : 'home.duties.lede_done')}
      />
      {mayAnswer ? (
        <Form of={of} action={action} deed={lang.t('home.duties.save')}>
          {duties.map((duty) => (
            <Section key={duty.id} title={say(lang, duty.id)}>
              <Explained lang={lang} duty={duty} />
              <Radios
                of={of}
                name={`answer_${duty.id}`}
                label={lang.t('home.duties.answer', { duty: say(lang, duty.id) })}
                options={DUTY_ANSWERS.map((answer) => ({ value: answer, label: lang.t(`home.duties.is_${answer}`) }))}
                optional
              />
              <AreaField
                of={of}
                name={`because_${duty.id}`}
                label={lang.t('home.duties.because', { duty: say(lang, duty.id) })}
                hint={lang.t('home.duties.because_hint')}
                rows={2}
                maxlength={500}
                optional
              />
            </Section>
          ))}
        </Form>
      ) : (
        duties.map((duty) => (
          <Section key={duty.id} title={say(lang, duty.id)}>
            <Explained lang={lang} duty={duty} />
            <p>{lang.t(duty.answer ? `home.duties.is_${duty.answer.is}` : 'home.duties.is_open')}</p>
          </Section>
        ))
      )}
    </>
  );
};

/** The keys are put together of a closed list; the texts check knows them by their prefix. */
const say = (lang: Lang, duty: string): string => lang.say({ key: `home.duty.${duty}` });

const Explained = ({ lang, duty }: { readonly lang: Lang; readonly duty: DutySeen }) => (
  <>
    <p>{lang.say({ key: `home.duty.${duty.id}_text` })}</p>
    {duty.law ? (
      <p class="small quiet">
        {lang.t('home.duties.source', { law: duty.law })} {duty.read ? null : lang.t('home.duties.unread')}
      </p>
    ) : null}
  </>
);
