import type { Filled } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Shown } from '../../filling/schema.ts';
import { isFiltered } from '../../filling/showing/rules.ts';
import { wordsIn } from '../../questionnaires/rules.ts';
import type { FormLanguage } from '../../questionnaires/schema.ts';
import type { Instant } from '../schema.ts';
import { QuestionField, type QuestionProps } from './parts/question.tsx';

interface PartPageProps {
  readonly of: Filled;
  readonly title: string;
  readonly language: string;
  readonly languages: readonly FormLanguage[];
  readonly items: readonly Shown[];
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly action: string;
  /** The page before; null: this is the first. */
  readonly back: string | null;
  /** An answer brought up more questions on this page. */
  readonly more: boolean;
  /** The address by which one goes on later; null on a screen for many. */
  readonly later: string | null;
  readonly files: boolean;
  /** With script questions come and go at once. Null: they do so when the page is sent. */
  readonly instant: Instant | null;
  /** In a frame on another page: what the form carries along, for the server keeps nothing of it. Null: a page of its own. */
  readonly carries: Readonly<Record<string, string>> | null;
}

/** One section of the questionnaire. */
export const PartPage = (props: PartPageProps) => {
  const { of, title, items, language, languages, step, steps, action, back, more, later, files, carries, instant } =
    props;
  const { lang } = of;
  return (
    <Stack>
      <Head carries={carries} title={title} step={lang.t('surveys.capture.step', { n: step, of: steps })} />
      {more ? <Notice title={lang.t('surveys.capture.more')} /> : null}
      {instant ? <div hidden data-instant={JSON.stringify(instant.begun)} /> : null}
      <Form
        untold
        of={of}
        action={action}
        files={files}
        deed={lang.t('surveys.capture.go_on')}
        hidden={{ ...carries, shown: items.map(({ path }) => path).join(' ') }}
        second={back ? <Link href={back}>{lang.t('surveys.capture.back')}</Link> : undefined}
      >
        {(instant?.every ?? items).map((shown) => {
          const now = items.find(({ path }) => path === shown.path);
          const part = (one: Shown) => <PartItem of={of} shown={one} language={language} languages={languages} />;
          return (
            <>
              {now && !isFiltered(now.item) ? null : instant ? (
                <template data-spare={shown.path}>{part(shown)}</template>
              ) : null}
              {now ? part(now) : null}
            </>
          );
        })}
      </Form>
      {later ? (
        <p class="small quiet">
          {lang.t('surveys.capture.later')} <Link href={later}>{lang.t('surveys.capture.later_link')}</Link>
        </p>
      ) : null}
    </Stack>
  );
};

/** A question, or the heading of a group, a repeat or one of its entries. */
const PartItem = ({ of, shown, language, languages }: QuestionProps) => {
  const { lang } = of;
  const said = (words: Shown['label']): string => wordsIn(words, language, languages).text;
  if (shown.kind === 'question')
    return <QuestionField of={of} shown={shown} language={language} languages={languages} />;
  const name = said(shown.label);
  if (shown.kind === 'entry')
    return (
      <h3 data-path={shown.path}>
        {lang.t('surveys.capture.entry', { n: shown.path.split('/').at(-1) ?? '' })}{' '}
        <SecondButton name="remove" value={shown.path}>
          {lang.t('surveys.capture.remove')}
        </SecondButton>
      </h3>
    );
  return (
    <div data-path={shown.path}>
      {name ? (
        <h2>
          <span data-said="label">{name}</span>
        </h2>
      ) : null}
      {said(shown.hint) ? <p class="hint">{said(shown.hint)}</p> : null}
      {shown.kind === 'repeat' && shown.open ? (
        <SecondButton name="add" value={shown.path}>
          {lang.t('surveys.capture.add')}
        </SecondButton>
      ) : null}
    </div>
  );
};

const Head = ({ carries, title, step }: Pick<PartPageProps, 'carries' | 'title'> & { readonly step: string }) =>
  carries ? (
    <h2>
      <small>{title}</small> {step}
    </h2>
  ) : (
    <PageTitle over={title} title={step} />
  );
