import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type Around, CommentSaid } from '../../pages/parts/said.tsx';
import { citation, GIST_MOST, REASON_MOST } from '../../rules.ts';
import { OUTCOMES, type Unit } from '../../schema.ts';

interface ResponseFormProps extends Around {
  readonly of: Filled;
  readonly unit: Unit;
  readonly kind: 'respond' | 'correct';
  /** Given: staff enters a letter. */
  readonly letter: PlainDate | null;
  readonly action: string;
  readonly back: string;
}

/** What became of it, and why; what was said stands above the field. */
export const ResponseForm = ({ of, unit, kind, letter, action, back, ...around }: ResponseFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(`participation.consultations.${kind}.title`, {
          citation: citation(around.consultation, unit.place),
        })}
        lede={lang.t(`participation.consultations.${kind}.lede`)}
      />
      <Stack>
        {unit.comments.map((comment) => (
          <CommentSaid {...around} key={comment.id} comment={comment} />
        ))}
        <Form
          of={of}
          action={action}
          files={letter !== null}
          deed={lang.t(`participation.consultations.${kind}.publish`)}
          hidden={letter ? { way: 'paper' } : {}}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          {letter ? <PaperFields of={of} today={letter} /> : null}
          <Radios
            of={of}
            name="outcome"
            label={lang.t('participation.consultations.outcome.name')}
            options={OUTCOMES.map((value) => ({
              value,
              label: lang.t(`participation.consultations.outcome.${value}`),
              hint: lang.t(`participation.consultations.outcome_means.${value}`),
            }))}
          />
          <AreaField
            of={of}
            name="reason"
            label={lang.t('participation.consultations.reason')}
            hint={lang.t('participation.consultations.reason_hint')}
            rows={6}
            maxlength={REASON_MOST}
            textLang={lang.code}
          />
          {kind === 'correct' ? (
            <AreaField
              of={of}
              name="why"
              label={lang.t('participation.consultations.correct.why')}
              rows={3}
              maxlength={GIST_MOST}
              textLang={lang.code}
            />
          ) : null}
        </Form>
      </Stack>
    </>
  );
};
