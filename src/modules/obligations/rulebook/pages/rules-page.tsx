import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { spanWords } from '../../cases/pages/parts/span.tsx';
import { inForce, wordsIn } from '../../rules.ts';
import type { Rule } from '../../schema.ts';

interface RulesPageProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly rules: readonly Rule[];
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly done: string | null;
}

/** By which rules something is owed here: the article, the term, how it is counted, when it counts. */
export const RulesPage = ({ lang, today, rules, at, mayKeep, done }: RulesPageProps) => {
  const now = new Set(inForce(rules, today));
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('obligations.rules.title')} lede={lang.t('obligations.rules.lede')} />
      <Stack>
        {mayKeep ? (
          <p class="acts">
            <ButtonLink href={at('/obligations/rules/new')}>{lang.t('obligations.write.title')}</ButtonLink>
          </p>
        ) : null}
        <Table
          lang={lang}
          caption={lang.t('obligations.rules.title')}
          quietCaption
          rows={rules}
          rowKey={(rule) => `${rule.key}-${rule.version}`}
          columns={[
            {
              ...{ id: 'title', head: lang.t('obligations.rule'), lead: true },
              cell: (rule) => wordsIn(lang, rule.title),
            },
            {
              ...{ id: 'basis', head: lang.t('obligations.basis') },
              cell: (rule) =>
                rule.basisUrl ? (
                  <Link href={rule.basisUrl}>{wordsIn(lang, rule.basis)}</Link>
                ) : (
                  wordsIn(lang, rule.basis)
                ),
            },
            {
              ...{ id: 'term', head: lang.t('obligations.term') },
              cell: (rule) => (
                <>
                  {rule.span ? spanWords(lang, rule.span) : lang.t('obligations.rules.each')}
                  {rule.extension ? (
                    <small class="quiet">
                      {' '}
                      {lang.t('obligations.rules.extension', {
                        span: spanWords(lang, rule.extension.span),
                        n: rule.extension.most,
                      })}
                    </small>
                  ) : null}
                </>
              ),
            },
            {
              ...{ id: 'force', head: lang.t('obligations.rules.in_force') },
              cell: (rule) => (
                <>
                  {now.has(rule) ? lang.t('obligations.rules.now') : lang.t('obligations.rules.not_now')}{' '}
                  <small class="quiet">{lang.t('obligations.rules.from', { day: lang.date(rule.from) })}</small>
                </>
              ),
            },
          ]}
        />
      </Stack>
    </>
  );
};
