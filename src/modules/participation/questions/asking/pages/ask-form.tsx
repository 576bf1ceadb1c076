import { AreaField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TEXT_MOST } from '../../rules.ts';

interface AskFormProps {
  readonly of: Filled;
  readonly bodies: readonly Option[];
  readonly places: readonly Option[];
  readonly measures: readonly Option[];
  /** Is it public at once when it is sent? Else a moderator reads it first. */
  readonly atOnce: boolean;
  readonly action: string;
  readonly at: (path: string) => string;
}

/** The first step: to whom, about what, and the question. Nothing about who asks. */
export const AskForm = ({ of, bodies, places, measures, atOnce, action, at }: AskFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('participation.asking.title')} lede={lang.t('participation.asking.lede')} />
      <Notice title={lang.t('participation.asking.public')} warn>
        <p>{lang.t(atOnce ? 'participation.asking.public_at_once' : 'participation.asking.public_moderated')}</p>
        <p>{lang.t('participation.asking.hear')}</p>
        <p>
          {lang.t('participation.asking.no_names')}{' '}
          <Link href={`/${lang.code}/safety`}>{lang.t('home.footer.safety')}</Link>
        </p>
      </Notice>
      <Form
        of={of}
        action={action}
        deed={lang.t('participation.asking.check')}
        second={<Cancel href={at('/questions')}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="body"
          label={lang.t('participation.asking.body')}
          none={lang.t('participation.asking.choose')}
          options={[...bodies, { value: 'unknown', label: lang.t('participation.asking.body_unknown') }]}
        />
        <AreaField
          of={of}
          name="text"
          label={lang.t('participation.asking.text')}
          hint={lang.t('participation.asking.text_hint', { most: lang.number(TEXT_MOST) })}
          rows={8}
          maxlength={TEXT_MOST}
          textLang={lang.code}
        />
        <SelectField
          of={of}
          name="place"
          label={lang.t('participation.asking.place')}
          hint={lang.t('participation.asking.place_hint')}
          none={lang.t('participation.asking.no_place')}
          options={places}
          optional
        />
        {measures.length > 0 ? (
          <SelectField
            of={of}
            name="measure"
            label={lang.t('participation.asking.measure')}
            none={lang.t('participation.asking.measure_none')}
            options={measures}
            optional
          />
        ) : null}
      </Form>
    </>
  );
};
