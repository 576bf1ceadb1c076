import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Card } from '#ui/card.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Columns } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';

/** Where an answer leads: a page, a press that brings the example in, or nowhere yet (sign in first). */
export type Way =
  | { readonly kind: 'page'; readonly href: string }
  | { readonly kind: 'press'; readonly action: string }
  | { readonly kind: 'sign_in'; readonly href: string };

interface StartProps {
  readonly lang: Lang;
  /** The invented forums were taken away a moment ago. */
  readonly removed: boolean;
  /** For the operator, while duties wait for an answer. */
  readonly duties: string | null;
  readonly ways: {
    readonly plan: Way;
    readonly members: Way;
    readonly meeting: Way;
    readonly nothing: Way;
    /** Null: this installation has no example to show. */
    readonly example: Way | null;
  };
}

/** The first page of an empty installation: one question, and each answer leads straight to work. */
export const StartPage = ({ lang, ways, removed, duties }: StartProps) => (
  <>
    {removed ? <Notice title={lang.t('home.demo.removed')} /> : null}
    <PageTitle title={lang.t('home.start.question')} lede={lang.t('home.start.lede')} />
    {duties ? (
      <p>
        <Link href={duties}>{lang.t('home.start.duties')}</Link>
      </p>
    ) : null}
    <Columns>
      <Answer lang={lang} way={ways.plan} title={lang.t('home.start.plan')}>
        {lang.t('home.start.plan_text')}
      </Answer>
      <Answer lang={lang} way={ways.members} title={lang.t('home.start.members')}>
        {lang.t('home.start.members_text')}
      </Answer>
      <Answer lang={lang} way={ways.meeting} title={lang.t('home.start.meeting')}>
        {lang.t('home.start.meeting_text')}
      </Answer>
      <Answer lang={lang} way={ways.nothing} title={lang.t('home.start.nothing')}>
        {lang.t('home.start.nothing_text')}
      </Answer>
      {ways.example ? (
        <Answer lang={lang} way={ways.example} title={lang.t('home.start.example')}>
          {lang.t('home.start.example_text')}
        </Answer>
      ) : null}
    </Columns>
  </>
);

interface AnswerProps {
  readonly lang: Lang;
  readonly way: Way;
  readonly title: string;
  readonly children: ComponentChildren;
}

const Answer = ({ lang, way, title, children }: AnswerProps) => (
  <Card title={title} level={2}>
    <p>{children}</p>
    <Lead lang={lang} way={way} title={title} />
  </Card>
);

const Lead = ({ lang, way, title }: Omit<AnswerProps, 'children'>) => {
  if (way.kind === 'press') return <Form of={filled(lang)} action={way.action} deed={lang.t('home.start.show')} />;
  return way.kind === 'page' ? (
    <ButtonLink href={way.href} label={`${lang.t('home.start.go')}: ${title}`}>
      {lang.t('home.start.go')}
    </ButtonLink>
  ) : (
    <Link href={way.href}>{lang.t('home.start.sign_in_first')}</Link>
  );
};
