import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Steps } from '../../../rulebook/pages/parts/steps.tsx';
import { shareWords } from '../../../rulebook/pages/parts/words.tsx';
import { Decision } from '../../pages/parts/adoption-facts.tsx';
import type { Founding, Judged } from '../../schema.ts';

interface FoundingPageProps {
  readonly lang: Lang;
  readonly founding: Founding;
  readonly at: (path: string) => string;
  /** How its own adoption was computed; null: it was not adopted. */
  readonly judged: Judged | null;
  readonly here: string;
  readonly mayKeep: boolean;
  readonly done: string | null;
}

/** Under which procedure the founding assembly decides: who is invited and why, one vote each, quorum, majority. */
export const FoundingPage = ({ lang, at, founding, judged, here, mayKeep, done }: FoundingPageProps) => {
  const { published, adopted, invited, quorum, majority } = founding;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      {published ? null : <Notice warn title={lang.t('forum.documents.founding.not_published')} />}
      {published?.afterwards ? <Notice warn title={lang.t('forum.documents.founding.afterwards')} /> : null}
      <PageTitle title={lang.t('forum.documents.founding.title')} lede={lang.t('forum.documents.founding.lede')} />
      <p class="acts">
        {mayKeep && !published ? (
          <ButtonLink href={`${here}/text`}>{lang.t('forum.documents.founding.edit')}</ButtonLink>
        ) : null}
        {mayKeep && !published ? (
          <ButtonLink href={`${here}/publication`} second>
            {lang.t('forum.documents.founding.publish')}
          </ButtonLink>
        ) : null}
        {mayKeep && published && !adopted ? (
          <ButtonLink href={`${here}/adoption`}>{lang.t('forum.documents.founding.adopt')}</ButtonLink>
        ) : null}
      </p>
      <Facts
        facts={[
          { name: lang.t('forum.documents.founding.meets_on'), value: lang.date(founding.meetsOn) },
          { name: lang.t('forum.documents.founding.place'), value: lang.pick(founding.place) },
          { name: lang.t('forum.documents.founding.initiators'), value: lang.pick(founding.initiators) },
          { name: lang.t('forum.documents.founding.published_on'), value: published && lang.date(published.on) },
          { name: lang.t('forum.documents.adopted_on'), value: adopted && lang.date(adopted.on) },
          {
            name: lang.t('forum.documents.decision'),
            value: adopted?.decision ? <Decision lang={lang} at={at} decision={adopted.decision} /> : null,
          },
        ]}
      />
      <Section title={lang.t('forum.documents.founding.rules')}>
        <ol>
          <li id="article-1">{lang.t('forum.documents.founding.article.invited', { n: invited.length })}</li>
          <li id="article-2">{lang.t('forum.documents.founding.article.vote')}</li>
          <li id="article-3">
            {lang.t('forum.documents.founding.article.quorum', { share: shareWords(lang, quorum.share) })}
          </li>
          <li id="article-4">
            {lang.t('forum.documents.founding.article.majority', { share: shareWords(lang, majority.share) })}
          </li>
          <li id="article-5">
            {lang.t('forum.documents.founding.article.counters', { counters: lang.pick(founding.counters) })}
          </li>
          <li id="article-6">{lang.t('forum.documents.founding.article.first')}</li>
        </ol>
      </Section>
      <Section title={lang.t('forum.documents.founding.invited')}>
        <Table
          lang={lang}
          caption={lang.t('forum.documents.founding.invited')}
          quietCaption
          rows={invited}
          rowKey={({ name }) => name}
          columns={[
            {
              ...{ id: 'name', head: lang.t('forum.documents.organisation'), lead: true },
              cell: ({ name }) => name,
            },
            { ...{ id: 'why', head: lang.t('forum.documents.founding.why') }, cell: ({ why }) => why },
          ]}
        />
      </Section>
      <Adopted lang={lang} judged={judged} />
      <p>
        <Link href={`${here}/print`}>{lang.t('forum.documents.print')}</Link>
      </p>
    </>
  );
};

const Adopted = ({ lang, judged }: Pick<FoundingPageProps, 'lang' | 'judged'>) => {
  const assembly = () => lang.t('forum.documents.assembly');
  return judged ? (
    <Section title={lang.t('forum.documents.computed')}>
      {judged.quorum ? (
        <Steps
          lang={lang}
          caption={lang.t('forum.documents.quorum_by', { article: judged.quorum.article })}
          steps={judged.quorum.steps}
          nameOf={assembly}
        />
      ) : null}
      {judged.outcome ? (
        <Steps
          lang={lang}
          caption={lang.t('forum.documents.majority_by', { article: judged.outcome.article })}
          steps={judged.outcome.steps}
          nameOf={assembly}
        />
      ) : null}
    </Section>
  ) : null;
};
