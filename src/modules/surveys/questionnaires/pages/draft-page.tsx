import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { fieldId } from '#ui/filled.ts';
import { Once } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Fault } from '../faults/rules.ts';
import type { Kept } from '../queries.ts';
import { itemAt, type Line, wordsIn } from '../rules.ts';
import { Files } from './parts/files.tsx';
import { KeptTabs } from './parts/kept-tabs.tsx';
import { Questions } from './parts/questions.tsx';
import { stateWords, titleOf } from './parts/title-of.tsx';

interface DraftPageProps {
  readonly lang: Lang;
  readonly here: string;
  readonly kept: Kept;
  readonly faults: readonly Fault[];
  /** What the last deed was, in words. */
  readonly done: string | null;
}

/** The draft as its keepers write it: what is wrong, every question with its deeds, the way to the next one. */
export const DraftPage = ({ lang, here, kept, faults, done }: DraftPageProps) => {
  const { content } = kept.draft;
  const last = kept.editions.at(-1);
  const isFrozen = last?.draft === kept.draft.id;
  return (
    <>
      <PageTitle
        over={lang.t('surveys.questionnaires.untitled', { number: kept.number })}
        title={titleOf(lang, { number: kept.number, ...content })}
        lede={stateWords(lang, last?.edition ?? null, !isFrozen)}
      />
      {done ? <Notice title={done} /> : null}
      <KeptTabs lang={lang} here={here} current="questions" />
      <Stack>
        <Faults lang={lang} here={here} kept={kept} faults={faults} />
        {faults.length === 0 && !isFrozen ? (
          <p>
            <Link href={`${here}/editions`}>{lang.t('surveys.questionnaires.ready')}</Link>
          </p>
        ) : null}
        {content.items.length === 0 ? (
          <Empty level={2} title={lang.t('surveys.questionnaires.empty')}>
            {lang.t('surveys.questionnaires.empty_why')}
          </Empty>
        ) : (
          <Section title={lang.t('surveys.questionnaires.tab.questions')} id="questions">
            <form action={`${here}/order`} method="post">
              <Once />
              <Questions
                lang={lang}
                of={content}
                language={content.languages[0]?.key ?? ''}
                beside={(line) => <Deeds lang={lang} here={here} line={line} content={content} />}
              />
            </form>
          </Section>
        )}
        <p class="acts">
          <ButtonLink href={`${here}/items/new`}>{lang.t('surveys.questionnaires.building.add')}</ButtonLink>
        </p>
        <Section title={lang.t('surveys.questionnaires.giving.title')} id="files">
          <Files lang={lang} base={`${here}/draft`} print={`${here}/print`} />
          <p class="small">
            {lang.t('surveys.questionnaires.naming.now', { name: content.name })}{' '}
            <Link href={`${here}/name`}>{lang.t('surveys.questionnaires.naming.change')}</Link>
          </p>
          <p>
            <Link href={`${here.slice(0, here.lastIndexOf('/'))}/import?into=${kept.number}`}>
              {lang.t('surveys.questionnaires.taking.next_draft')}
            </Link>
          </p>
        </Section>
      </Stack>
    </>
  );
};

const Faults = ({ lang, here, kept, faults }: Pick<DraftPageProps, 'lang' | 'here' | 'kept' | 'faults'>) => {
  if (faults.length === 0) return null;
  return (
    <Notice warn title={lang.t('surveys.questionnaires.to_mend', { n: faults.length })}>
      <ul>
        {faults.map((fault, i) => (
          <li key={i}>
            <Link href={mendAt(here, fault)}>
              {fault.path === null ? null : `${nameAt(kept, fault.path)}: `}
              {lang.say(fault.message)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const nameAt = (kept: Kept, path: string): string => itemAt(kept.draft.content, path)?.item.name ?? path;

/** The page with the field in which a fault is mended. */
function mendAt(here: string, { path, field }: Fault): string {
  if (path !== null) return `${here}/items/${encodeURIComponent(path)}#${fieldId(field)}`;
  return field === 'title' ? `${here}/texts` : `${here}/items/new`;
}

interface DeedsProps {
  readonly lang: Lang;
  readonly here: string;
  readonly line: Line;
  readonly content: Kept['draft']['content'];
}

const Deeds = ({ lang, here, line, content }: DeedsProps) => {
  const { item, path, number } = line;
  const words = wordsIn(item.label, content.languages[0]?.key ?? '', content.languages).text || item.name;
  const what = number === null ? words : `${number}. ${words}`;
  const address = `${here}/items/${encodeURIComponent(path)}`;
  return (
    <p class="acts">
      <Link href={address} label={lang.t('surveys.questionnaires.deed.edit_what', { what })}>
        {lang.t('surveys.questionnaires.deed.edit')}
      </Link>
      <Link
        href={`${here}/items/new?${new URLSearchParams(item.is === 'question' ? { after: path } : { within: path })}`}
        label={lang.t(
          item.is === 'question' ? 'surveys.questionnaires.deed.after_what' : 'surveys.questionnaires.deed.within_what',
          { what },
        )}
      >
        {lang.t(item.is === 'question' ? 'surveys.questionnaires.deed.after' : 'surveys.questionnaires.deed.within')}
      </Link>
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way}
          class="btn second"
          type="submit"
          name="move"
          value={`${way} ${path}`}
          aria-label={lang.t(`surveys.questionnaires.deed.${way}_what`, { what })}
        >
          {way === 'up' ? '↑' : '↓'}
        </button>
      ))}
    </p>
  );
};
