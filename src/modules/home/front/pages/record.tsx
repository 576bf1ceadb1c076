import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Empty } from '#ui/empty.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Facts } from '../../facts/pages/facts.tsx';
import type { FactGroup } from '../../schema.ts';

interface RecordProps {
  readonly lang: Lang;
  readonly name: Texts;
  readonly groups: readonly FactGroup[];
  /** Where those who keep the record enter a fact; null for all others. */
  readonly entry: string | null;
  readonly entered: boolean;
}

/** The front page of a record: what a published account says of a forum that was founded on paper, and nothing else. */
export const RecordPage = ({ lang, name, groups, entry, entered }: RecordProps) => {
  const summary = groups.find((group) => group.part === 'about')?.facts[0];
  const rest = groups.map((group) => ({ ...group, facts: group.facts.filter((fact) => fact.id !== summary?.id) }));
  return (
    <>
      {entered ? <Notice title={lang.t('home.fact.entered')} /> : null}
      <PageTitle
        over={lang.t('home.record.state')}
        title={lang.pick(name)}
        lede={summary ? lang.pick(summary.title) : undefined}
      />
      {entry ? (
        <p class="acts">
          <ButtonLink href={entry} second>
            {lang.t('home.fact.add')}
          </ButtonLink>
        </p>
      ) : null}
      {groups.length === 0 ? (
        <Empty title={lang.t('home.record.empty')}>{lang.t('home.record.empty_text')}</Empty>
      ) : null}
      <Facts lang={lang} groups={rest.filter((group) => group.facts.length > 0)} />
    </>
  );
};
