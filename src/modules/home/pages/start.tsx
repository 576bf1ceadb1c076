import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { Columns } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';

interface StartProps {
  readonly lang: Lang;
  /** Where each answer leads; null: not possible yet for this visitor (sign in first). */
  readonly ways: {
    readonly members: string | null;
    readonly plan: string | null;
    readonly example: string | null;
    readonly forum: string | null;
  };
  readonly signIn: string;
}

/** The first page of an empty installation: one question, and each answer leads straight to work. */
export const StartPage = ({ lang, ways, signIn }: StartProps) => (
  <>
    <PageTitle title={lang.t('home.start.question')} lede={lang.t('home.start.lede')} />
    <Columns>
      <Way
        lang={lang}
        title={lang.t('home.start.plan')}
        text={lang.t('home.start.plan_text')}
        href={ways.plan}
        signIn={signIn}
      />
      <Way
        lang={lang}
        title={lang.t('home.start.members')}
        text={lang.t('home.start.members_text')}
        href={ways.members}
        signIn={signIn}
      />
      <Way
        lang={lang}
        title={lang.t('home.start.nothing')}
        text={lang.t('home.start.nothing_text')}
        href={ways.forum}
        signIn={signIn}
      />
      {ways.example ? (
        <Way
          lang={lang}
          title={lang.t('home.start.example')}
          text={lang.t('home.start.example_text')}
          href={ways.example}
          signIn={signIn}
        />
      ) : null}
    </Columns>
  </>
);

interface WayProps {
  readonly lang: Lang;
  readonly title: string;
  readonly text: string;
  readonly href: string | null;
  readonly signIn: string;
}

const Way = ({ lang, title, text, href, signIn }: WayProps) => (
  <Card title={title}>
    <p>{text}</p>
    {href ? (
      <p>
        <ButtonLink href={href}>{lang.t('home.start.go')}</ButtonLink>
      </p>
    ) : (
      <p>
        <Link href={signIn}>{lang.t('home.start.sign_in_first')}</Link>
      </p>
    )}
  </Card>
);
