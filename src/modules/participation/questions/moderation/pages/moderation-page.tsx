import { AreaField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RefusalForm } from '../../../voices/pages/parts/refusal-form.tsx';
import { personalSigns, TAKEN_OUT } from '../../../voices/rules.ts';
import { About, type Around } from '../../pages/parts/about.tsx';
import { TEXT_MOST } from '../../rules.ts';
import type { Question } from '../../schema.ts';

interface ModerationProps extends Around {
  readonly question: Question;
  /** The two forms: one of them may hold what was refused a moment ago. */
  readonly publishing: Filled;
  readonly refusing: Filled;
  /** To whom it can be put, where the one who asked did not know. */
  readonly bodies: readonly Option[];
  readonly path: string;
}

/** A question before others read it: publish it, with "[..]" where a person could be found, or say why not. */
export const ModerationPage = (props: ModerationProps) => {
  const { lang, question, publishing, refusing, bodies, path } = props;
  const signs = personalSigns(lang.pick(question.text ?? {}));
  const textLang = lang.choose(question.text ?? {}).language;
  return (
    <>
      <PageTitle
        title={lang.t('participation.questions.one', { number: question.number })}
        lede={lang.t('participation.moderation.one_lede')}
      />
      {signs.length > 0 ? (
        <Notice title={lang.t('participation.moderation.signs_title')} warn>
          <p>{lang.t('participation.moderation.signs_text')}</p>
        </Notice>
      ) : null}
      <Stack>
        <Said lang={lang} texts={question.text ?? {}} />
        <About
          {...props}
          more={[{ name: lang.t('participation.receipt.day'), value: lang.date(question.receivedOn) }]}
        />
        <Section title={lang.t('participation.moderation.publish_title')} id="publish">
          <Form of={publishing} action={`${path}/publication`} deed={lang.t('participation.moderation.publish')}>
            <AreaField
              of={publishing}
              name="text"
              label={lang.t('participation.moderation.text')}
              hint={lang.t('participation.moderation.text_hint', { sign: TAKEN_OUT })}
              rows={8}
              maxlength={TEXT_MOST}
              textLang={textLang}
            />
            {question.body ? null : (
              <SelectField
                of={publishing}
                name="body"
                label={lang.t('participation.moderation.body')}
                hint={lang.t('participation.moderation.body_hint')}
                none={lang.t('participation.asking.choose')}
                options={bodies}
              />
            )}
          </Form>
        </Section>
        <Section title={lang.t('participation.moderation.refuse_title')} id="refuse">
          <RefusalForm of={refusing} action={`${path}/refusal`} deed={lang.t('participation.moderation.refuse')} />
        </Section>
      </Stack>
    </>
  );
};
