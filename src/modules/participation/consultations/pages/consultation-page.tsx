import type { PlainDate } from '#core/time/plain-date.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { pathOf } from '../rules.ts';
import type { Draft, DraftArticle, DraftVersion, Stage } from '../schema.ts';
import { About } from './parts/about.tsx';
import type { Around } from './parts/said.tsx';
import { StageChip } from './parts/stage.tsx';
import { type Placed, UnitLine } from './parts/unit-line.tsx';

interface ConsultationPageProps extends Around {
  readonly draft: Draft | null;
  /** The version that is shown, with its articles; null: withheld or no longer public. */
  readonly version: DraftVersion | null;
  readonly articles: readonly DraftArticle[] | null;
  readonly stage: Stage;
  readonly placed: readonly Placed[];
  /** Not public: how many wait, were refused, were taken back. */
  readonly hidden: { readonly waiting: number; readonly refused: number; readonly withdrawn: number };
  readonly owed: number;
  /** By when responses are due; null: nobody commented yet. */
  readonly dueOn: PlainDate | null;
  readonly keeps: boolean;
  readonly done: string | null;
}

/** The draft by article, each with what was said of it and the way to say more. */
export const ConsultationPage = (props: ConsultationPageProps) => {
  const { lang, consultation, draft, version, articles, stage, placed, hidden, done } = props;
  const of = (article: string | null) =>
    placed.filter(({ carried }) => carried.kind !== 'gone' && carried.article === article);
  const gone = placed.filter(({ carried }) => carried.kind === 'gone');
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('participation.consultations.one', { label: consultation.label })}
        title={draft ? lang.pick(draft.title) : lang.t('participation.consultations.gone_draft')}
        lede={lang.t(`participation.consultations.stage_means.${stage}`)}
        state={<StageChip lang={lang} consultation={consultation} stage={stage} />}
      />
      <Stack>
        <Said lang={lang} texts={consultation.words} />
        <Acts {...props} />
        <About {...props} />
        {version && version.id !== consultation.version ? <Newer {...props} /> : null}
        <Section title={lang.t('participation.consultations.on_whole')} id="whole">
          <Lines {...props} lines={of(null)} />
          <SayMore {...props} article={null} />
        </Section>
        <Section title={lang.t('participation.consultations.by_article')} id="articles">
          {articles === null ? <p class="quiet">{lang.t('participation.consultations.no_text')}</p> : null}
          {(articles ?? []).map((article) => (
            <OneArticle {...props} key={article.number} article={article} lines={of(article.number)} />
          ))}
        </Section>
        {gone.length > 0 ? (
          <Section title={lang.t('participation.consultations.gone')} id="gone">
            <Lines {...props} lines={gone} />
          </Section>
        ) : null}
        <p class="quiet">{lang.t('participation.consultations.hidden', hidden)}</p>
      </Stack>
    </>
  );
};

const Acts = ({ lang, at, consultation, stage, placed, keeps }: ConsultationPageProps) => {
  const isGroupable = placed.filter(({ unit }) => !unit.group && !unit.response).length > 1;
  const here = at(pathOf(consultation));
  return (
    <p class="acts">
      {stage === 'open' ? (
        <ButtonLink href={`${here}/comments/new`}>{lang.t('participation.consultations.say_whole')}</ButtonLink>
      ) : null}
      {stage === 'closed' ? (
        <ButtonLink href={`${here}/report`}>{lang.t('participation.consultations.report.title')}</ButtonLink>
      ) : null}
      <Link href={at('/consultations/receipts')}>{lang.t('participation.consultations.have_code')}</Link>
      <Link href={at('/consultations/rules')}>{lang.t('participation.consultations.rules')}</Link>
      {keeps && stage !== 'ahead' ? (
        <>
          {isGroupable ? (
            <Link href={`${here}/groups/new`}>{lang.t('participation.consultations.group.title')}</Link>
          ) : null}
          <Link href={`${here}/letters/new`}>{lang.t('participation.consultations.letter.title')}</Link>
        </>
      ) : null}
    </p>
  );
};

/** Said on one version, shown on another. */
const Newer = ({ lang, at, consultation, draft, version }: ConsultationPageProps) => {
  const before = draft?.versions.find(({ id }) => id === consultation.version);
  if (!draft || !before || !version) return null;
  const { number: from } = before;
  const { number: to } = version;
  return (
    <Notice title={lang.t('participation.consultations.newer', { from, to })}>
      <p>
        {lang.t('participation.consultations.newer_text')}{' '}
        <Link href={at(`${draft.path}/changes?from=${from}&to=${to}`)}>
          {lang.t('participation.consultations.changes')}
        </Link>
      </p>
    </Notice>
  );
};

const Lines = ({ lines, ...props }: ConsultationPageProps & { readonly lines: readonly Placed[] }) =>
  lines.length === 0 ? null : (
    <ul>
      {lines.map((placed) => (
        <UnitLine {...props} key={placed.unit.id} placed={placed} />
      ))}
    </ul>
  );

interface OneProps extends ConsultationPageProps {
  readonly article: DraftArticle;
  readonly lines: readonly Placed[];
}

const OneArticle = (props: OneProps) => {
  const { lang, article, lines } = props;
  const { number, heading, words } = article;
  const title = Object.keys(heading).length > 0 ? lang.pick(heading) : '';
  return (
    <section id={`article-${number}`} class="stack">
      <h3>
        {number === '0'
          ? lang.t('participation.consultations.preamble')
          : lang.t('participation.consultations.article', { number })}{' '}
        {title}
      </h3>
      {Object.keys(words).length > 0 ? <Said lang={lang} texts={words} /> : null}
      <Lines {...props} lines={lines} />
      <SayMore {...props} article={number} />
    </section>
  );
};

const SayMore = ({
  lang,
  at,
  consultation,
  stage,
  placed,
  article,
}: ConsultationPageProps & { readonly article: string | null }) => {
  const n = placed
    .filter(({ carried }) => carried.kind !== 'gone' && carried.article === article)
    .reduce((sum, { unit }) => sum + unit.comments.length, 0);
  const form = `${at(pathOf(consultation))}/comments/new`;
  return (
    <p class="small">
      <span class="quiet">{lang.t('participation.consultations.n_comments', { n })}</span>
      {stage === 'open' && article !== null ? (
        <>
          {' · '}
          <Link
            href={`${form}?article=${article}`}
            label={lang.t('participation.consultations.say_article_no', { number: article })}
          >
            {lang.t('participation.consultations.say_article')}
          </Link>
        </>
      ) : null}
    </p>
  );
};
