import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

/** The pages that explain: each is a title, a sentence and titled paragraphs. */
export const PROSE = {
  about: ['what', 'loop', 'software'],
  method: ['voices', 'evidence', 'late', 'unknown', 'rollup', 'reply', 'reported'],
  accessibility: ['aim', 'how', 'gaps'],
  safety: ['short', 'who_sees', 'recognise', 'job', 'family', 'law', 'phone', 'before', 'help'],
  privacy: ['visitors', 'signed_in', 'record', 'rights'],
} as const;
export type ProseName = keyof typeof PROSE;

export const ProsePage = ({ lang, name }: { readonly lang: Lang; readonly name: ProseName }) => (
  <>
    <PageTitle title={lang.t(`home.${name}.title`)} lede={lang.t(`home.${name}.lede`)} />
    {PROSE[name].map((part) => (
      <Section key={part} title={say(lang, `home.${name}.${part}_title`)}>
        <p>{say(lang, `home.${name}.${part}`)}</p>
      </Section>
    ))}
    {name === 'privacy' ? (
      <p>
        <Link href={`/${lang.code}/me/data`}>{lang.t('home.privacy.own')}</Link>
      </p>
    ) : null}
  </>
);

/** The keys are put together of two closed lists; the texts check knows them by their prefix. */
const say = (lang: Lang, key: string): string => lang.say({ key });
