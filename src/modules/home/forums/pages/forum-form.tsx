import { LEVELS } from '#core/caution/level.ts';
import { Radios } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ForumFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
}

/** Opening a forum: the fewest questions that give it a name, an address and a look. */
export const ForumFormPage = ({ of, action, back }: ForumFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('home.forum.new')} lede={lang.t('home.forum.new_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('home.forum.open')}
        second={<Cancel href={back}>{lang.t('home.cancel')}</Cancel>}
      >
        <TextField
          of={of}
          name="name_az"
          label={lang.t('home.forum.name_az')}
          hint={lang.t('home.forum.name_hint')}
          textLang="az"
          maxlength={160}
        />
        <TextField of={of} name="name_en" label={lang.t('home.forum.name_en')} textLang="en" maxlength={160} optional />
        <TextField of={of} name="name_ru" label={lang.t('home.forum.name_ru')} textLang="ru" maxlength={160} optional />
        <TextField
          of={of}
          name="motto_az"
          label={lang.t('home.forum.motto_az')}
          hint={lang.t('home.forum.motto_hint')}
          textLang="az"
          optional
        />
        <TextField of={of} name="motto_en" label={lang.t('home.forum.motto_en')} textLang="en" optional />
        <TextField of={of} name="motto_ru" label={lang.t('home.forum.motto_ru')} textLang="ru" optional />
        <TextField
          of={of}
          name="slug"
          label={lang.t('home.forum.slug')}
          hint={lang.t('home.forum.slug_hint')}
          width="m"
          optional
        />
        <Radios
          of={of}
          name="caution"
          label={lang.t('home.caution.label')}
          hint={lang.t('home.caution.hint')}
          options={LEVELS.map((level) => ({
            value: level,
            label: lang.t(`home.caution.${level}`),
            hint: lang.t(`home.caution.${level}_text`),
          }))}
        />
        <Radios
          of={of}
          name="motif"
          label={lang.t('home.forum.motif')}
          options={[
            { value: '1', label: lang.t('home.forum.motif_1') },
            { value: '2', label: lang.t('home.forum.motif_2') },
            { value: '3', label: lang.t('home.forum.motif_3') },
          ]}
        />
      </Form>
    </>
  );
};
