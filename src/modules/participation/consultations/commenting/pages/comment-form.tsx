import type { PlainDate } from '#core/time/plain-date.ts';
import { AreaField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { COMMENT_MOST, SIGNATURE_MOST } from '../../rules.ts';
import type { DraftArticle } from '../../schema.ts';

interface CommentFormProps {
  readonly of: Filled;
  /** The article that was chosen; null: the whole draft. */
  readonly article: DraftArticle | null;
  readonly articles: readonly Option[];
  /** The version that is shown: what is said is pinned to it. */
  readonly version: string;
  /** Organisations for which this reader speaks; on a letter all that stand today. */
  readonly bodies: readonly Option[];
  readonly atOnce: boolean;
  /** Can comments be signed here already? */
  readonly signs: boolean;
  /** Given: staff enters a letter. */
  readonly letter: PlainDate | null;
  readonly action: string;
  readonly back: string;
}

/** What somebody wants to say of an article. Nothing about who says it is needed. */
export const CommentForm = (props: CommentFormProps) => {
  const { of, article, letter, atOnce, action, back, version } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t(letter ? 'participation.consultations.letter.title' : 'participation.consultations.say_title')}
        lede={lang.t(letter ? 'participation.consultations.letter.lede' : 'participation.consultations.say_lede')}
      />
      {letter ? null : (
        <Notice title={lang.t('participation.consultations.public')} warn>
          <p>
            {lang.t(
              atOnce ? 'participation.consultations.public_at_once' : 'participation.consultations.public_moderated',
            )}
          </p>
          <p>
            {lang.t('participation.consultations.no_names')}{' '}
            <Link href={`/${lang.code}/safety`}>{lang.t('home.footer.safety')}</Link>
          </p>
        </Notice>
      )}
      {article && Object.keys(article.words).length > 0 ? (
        <blockquote>
          <Said lang={lang} texts={article.words} />
        </blockquote>
      ) : null}
      <Form
        of={of}
        action={action}
        files={letter !== null}
        deed={lang.t(letter ? 'participation.consultations.letter.deed' : 'participation.asking.check')}
        hidden={{ version }}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {letter ? <PaperFields of={of} today={letter} /> : null}
        <Fields {...props} />
      </Form>
    </>
  );
};

const Fields = ({ of, articles, bodies, signs, letter }: CommentFormProps) => {
  const { lang } = of;
  return (
    <>
      <SelectField
        of={of}
        name="article"
        label={lang.t('participation.consultations.where')}
        none={lang.t('participation.consultations.on_whole')}
        options={articles}
        optional
      />
      <AreaField
        of={of}
        name="text"
        label={lang.t('participation.consultations.text')}
        hint={lang.t('participation.consultations.text_hint', { most: lang.number(COMMENT_MOST) })}
        rows={8}
        maxlength={COMMENT_MOST}
        textLang={lang.code}
      />
      {signs ? (
        <TextField
          of={of}
          name="signature"
          label={lang.t('participation.consultations.signature')}
          hint={lang.t('participation.consultations.signature_hint')}
          maxlength={SIGNATURE_MOST}
          optional
        />
      ) : null}
      {bodies.length > 0 ? (
        <SelectField
          of={of}
          name="as"
          label={lang.t('participation.consultations.as')}
          hint={letter ? undefined : lang.t('participation.consultations.as_hint')}
          none={lang.t('participation.consultations.as_oneself')}
          options={bodies}
          optional
        />
      ) : null}
    </>
  );
};
