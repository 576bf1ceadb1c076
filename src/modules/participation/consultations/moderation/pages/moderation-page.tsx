import { Tick } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RefusalForm } from '../../../voices/pages/parts/refusal-form.tsx';
import { personalSigns, TAKEN_OUT } from '../../../voices/rules.ts';
import { COMMENT_MOST, citation } from '../../rules.ts';
import type { Comment, Consultation } from '../../schema.ts';

interface ModerationProps {
  readonly consultation: Consultation;
  readonly comment: Comment;
  /** The two forms: one of them may hold what was refused a moment ago. */
  readonly publishing: Filled;
  readonly refusing: Filled;
  readonly path: string;
}

/** A comment before others read it: publish it, with "[..]" where a person could be found, or say why not. */
export const ModerationPage = ({ consultation, comment, publishing, refusing, path }: ModerationProps) => {
  const { lang } = publishing;
  const text = comment.text ?? {};
  return (
    <>
      <PageTitle title={citation(consultation, comment.place)} lede={lang.t('participation.moderation.one_lede')} />
      {personalSigns(lang.pick(text)).length > 0 ? (
        <Notice title={lang.t('participation.moderation.signs_title')} warn>
          <p>{lang.t('participation.moderation.signs_text')}</p>
        </Notice>
      ) : null}
      <Stack>
        <Said lang={lang} texts={text} />
        <Facts
          facts={[
            {
              name: lang.t('participation.consultations.where'),
              value: comment.article
                ? lang.t('participation.consultations.article', { number: comment.article })
                : lang.t('participation.consultations.on_whole'),
            },
            { name: lang.t('participation.consultations.signature'), value: comment.signature },
            { name: lang.t('participation.receipt.day'), value: lang.date(comment.receivedOn) },
          ]}
        />
        <Section title={lang.t('participation.moderation.publish_title')} id="publish">
          <Form
            of={publishing}
            action={`${path}/publication`}
            deed={lang.t('participation.consultations.moderation.publish')}
          >
            <AreaField
              of={publishing}
              name="text"
              label={lang.t('participation.moderation.text')}
              hint={lang.t('participation.moderation.text_hint', { sign: TAKEN_OUT })}
              rows={8}
              maxlength={COMMENT_MOST}
              textLang={lang.choose(text).language}
            />
            {comment.signature ? (
              <Tick
                of={publishing}
                name="signed"
                label={lang.t('participation.consultations.moderation.signed', { signature: comment.signature })}
                hint={lang.t('participation.consultations.moderation.signed_hint')}
              />
            ) : null}
          </Form>
        </Section>
        <Section title={lang.t('participation.moderation.refuse_title')} id="refuse">
          <RefusalForm of={refusing} action={`${path}/refusal`} deed={lang.t('participation.moderation.refuse')} />
        </Section>
      </Stack>
    </>
  );
};
