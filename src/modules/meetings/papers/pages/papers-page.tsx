import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Tabs } from '#ui/tabs.tsx';
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
  /** Language of the papers. */
  readonly language: LanguageCode;
  /** Address of the meeting. */
  readonly here: string;
}

/** What of a meeting can be printed or written in: all at once, and each alone. */
export const PapersPage = ({ lang, meeting, kinds, mayKeep, languages, language, here }: PapersPageProps) => (
  <>
    <PageTitle
      over={lang.t('meetings.papers.about', { number: meeting.number, day: lang.date(meeting.call.on) })}
      title={lang.t('meetings.papers.title')}
      lede={lang.t('meetings.papers.lede')}
    />
    <Tabs
      name={lang.t('meetings.papers.language')}
      current={language}
      tabs={languages.map((id) => ({
        ...{ id, label: lang.t(`ui.press.language.${id}`), href: `${here}/papers?language=${id}` },
      }))}
    />
    {mayKeep ? (
      <Section title={lang.t('meetings.papers.set')}>
        <p>{lang.t('meetings.papers.set_hint')}</p>
        <p class="acts">
          <ButtonLink href={`${here}/papers/set.pdf?language=${language}`}>
            {lang.t('meetings.papers.press')}
          </ButtonLink>
        </p>
      </Section>
    ) : null}
    <Section title={lang.t('meetings.papers.each')}>
      <ul class="plainlist">
        {kinds.map((kind) => (
          <li key={kind}>
            {lang.t(`meetings.papers.name.${kind}`)}
            <div class="meta">
              {formatsOf(kind).map((format) => (
                <Link
                  key={format}
                  href={`${here}/papers/${kind}.${format}?language=${language}`}
                  label={`${lang.t(`meetings.papers.${format}`)}: ${lang.t(`meetings.papers.name.${kind}`)}`}
                >
                  {lang.t(`meetings.papers.${format}`)}
                </Link>
              ))}
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
