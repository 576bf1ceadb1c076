import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { SelectField } from '#ui/field.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Meeting } from '../../calls/schema.ts';
import { formatsOf, type Kind } from '../schema.ts';

interface PapersPageProps {
  readonly lang: Lang;
  readonly meeting: Meeting;
  /** What this reader may print. */
  readonly kinds: readonly Kind[];
  readonly mayKeep: boolean;
  readonly languages: readonly LanguageCode[];
  /** Address of the meeting. */
  readonly here: string;
}

/** What of a meeting can be printed or written in: all at once, and each alone. */
export const PapersPage = ({ lang, meeting, kinds, mayKeep, languages, here }: PapersPageProps) => {
  const of = filled(lang, { language: meeting.call.language });
  const named = languages.map((value) => ({ value, label: lang.t(`ui.press.language.${value}`) }));
  return (
    <>
      <PageTitle
        over={lang.t('meetings.papers.about', { number: meeting.number, day: lang.date(meeting.call.on) })}
        title={lang.t('meetings.papers.title')}
        lede={lang.t('meetings.papers.lede')}
      />
      {mayKeep ? (
        <Section title={lang.t('meetings.papers.set')}>
          <p>{lang.t('meetings.papers.set_hint')}</p>
          <Form of={of} method="get" action={`${here}/papers/set.pdf`} deed={lang.t('meetings.papers.set')}>
            <SelectField of={of} name="language" label={lang.t('meetings.papers.language')} options={named} width="m" />
          </Form>
        </Section>
      ) : null}
      <Section title={lang.t('meetings.papers.each')}>
        <ul class="plainlist">
          {kinds.map((kind) => (
            <li key={kind}>
              {lang.t(`meetings.papers.name.${kind}`)}
              <div class="meta">
                {named.flatMap(({ value, label }) =>
                  formatsOf(kind).map((format) => (
                    <Link
                      key={`${value} ${format}`}
                      href={`${here}/papers/${kind}.${format}?language=${value}`}
                    >{`${label}, ${lang.t(`meetings.papers.${format}`)}`}</Link>
                  )),
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <Link href={`${here}/projector`}>{lang.t('meetings.projector.link')}</Link>
      </p>
    </>
  );
};
