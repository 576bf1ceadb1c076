import { LEVELS } from '#core/caution/level.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { OpeningSeen, PartSeen } from '../schema.ts';
import { PersonalList } from './parts/personal-list.tsx';

interface OpeningProps {
  readonly lang: Lang;
  /** The form of the day and of the level. */
  readonly of: Filled;
  readonly seen: OpeningSeen;
  readonly at: (path: string) => string;
  /** A demonstration or a record is always open: nothing is to be pressed. */
  readonly changeable: boolean;
  readonly done: string | null;
}

/** The way to the public: when, what, what of people, and the press that opens. */
export const OpeningPage = (props: OpeningProps) => {
  const { lang, seen, at, changeable, done } = props;
  const state = seen.opened ? 'home.opening.lede_opened' : 'home.opening.lede_preparing';
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('home.opening.title')} lede={lang.t(changeable ? state : 'home.opening.always_open')} />
      {changeable && !seen.opened ? <Day {...props} /> : null}
      <Section title={lang.t('home.opening.parts')}>
        <p>{lang.t('home.opening.parts_text')}</p>
        <p>
          <Link href={at('?as=visitor')}>{lang.t('home.opening.preview_front')}</Link>
        </p>
        {seen.parts.map((part) => (
          <Part key={part.id} {...props} part={part} />
        ))}
      </Section>
      <Section title={lang.t('home.opening.people')} id="people">
        <p>{lang.t('home.opening.people_text')}</p>
        <PersonalList lang={lang} parts={seen.parts} at={at} />
      </Section>
      {changeable ? <Caution {...props} /> : null}
      {changeable && !seen.opened ? (
        <Section title={lang.t('home.opening.open_title')} id="open">
          <p>{lang.t('home.opening.open_text')}</p>
          <Form of={filled(lang)} action={at('/opening')} deed={lang.t('home.opening.open')} />
        </Section>
      ) : null}
      {changeable && seen.opened ? (
        <Section title={lang.t('home.opening.close_title')}>
          <p>{lang.t('home.opening.close_text')}</p>
          <Form of={filled(lang)} action={at('/opening/announcements')} deed={lang.t('home.opening.close')} />
        </Section>
      ) : null}
    </>
  );
};

const Day = ({ lang, of, seen, at }: OpeningProps) => (
  <Section title={lang.t('home.opening.day')}>
    <p>
      {seen.opensOn
        ? lang.t('home.opening.day_known', { date: lang.date(seen.opensOn) })
        : lang.t('home.opening.day_unknown')}
    </p>
    <Form of={of} action={at('/opening/announcements')} deed={lang.t('home.opening.say_day')}>
      <DateField
        of={of}
        name="opens_on"
        label={lang.t('home.opening.opens_on')}
        hint={lang.t('home.opening.opens_on_hint')}
        optional
      />
    </Form>
  </Section>
);

const Part = ({ lang, at, seen, part, changeable }: OpeningProps & { readonly part: PartSeen }) => {
  const name = lang.say({ key: part.name });
  const deed = part.shown ? 'home.opening.hide' : seen.opened ? 'home.opening.show_now' : 'home.opening.show';
  return (
    <div class="stack" id={`part-${part.id}`}>
      <h3>{name}</h3>
      <p>
        {lang.t(
          part.shown
            ? seen.opened
              ? 'home.opening.is_shown'
              : 'home.opening.will_be_shown'
            : 'home.opening.is_hidden',
        )}{' '}
        <Link href={at(`${part.path}?as=visitor`)} label={`${lang.t('home.opening.preview')}: ${name}`}>
          {lang.t('home.opening.preview')}
        </Link>
      </p>
      {changeable ? (
        <Form
          of={filled(lang)}
          action={at('/opening/parts')}
          deed={lang.t(deed, { name })}
          hidden={{ part: part.id, shown: part.shown ? 'no' : 'yes' }}
        />
      ) : null}
    </div>
  );
};

const Caution = ({ lang, of, at }: OpeningProps) => (
  <Section title={lang.t('home.caution.title')}>
    <Form of={of} action={at('/opening/caution')} deed={lang.t('home.caution.set')}>
      <Radios
        of={of}
        name="caution"
        label={lang.t('home.caution.label')}
        options={LEVELS.map((level) => ({
          value: level,
          label: lang.t(`home.caution.${level}`),
          hint: lang.t(`home.caution.${level}_text`),
        }))}
      />
    </Form>
    <p>
      <Link href={at('/shown')}>{lang.t('home.shown.title')}</Link>
    </p>
  </Section>
);
