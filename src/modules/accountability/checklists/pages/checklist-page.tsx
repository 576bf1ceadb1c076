import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { FILE_OBJECT, type WithheldThings } from '#core/withholding/withheld.ts';
import type { Filled } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { SaidInline } from '#ui/said.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { withheldWords } from '#ui/withheld.tsx';
import { byBlock, countsOf, isAwake, stateOn } from '../rules.ts';
import type { Check, Item, SocialPage } from '../schema.ts';
import { SocialForm } from './forms.tsx';
import { ItemChip } from './parts/state.tsx';

interface ChecklistProps {
  readonly lang: Lang;
  readonly forum: string;
  readonly today: PlainDate;
  readonly body: { readonly name: string; readonly href: string | null };
  /** Address of this page. */
  readonly here: string;
  readonly items: readonly Item[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly pages: readonly SocialPage[];
  readonly withheld: WithheldThings;
  /** The form of a page in a social network; null for all who do not check. */
  readonly social: Filled | null;
  readonly done: boolean;
}

/** Everything that one body is to publish, each with its newest check. */
export const ChecklistPage = (props: ChecklistProps) => {
  const { lang, body, items, checks, today, done, social, here } = props;
  const counts = countsOf(items, checks, today);
  const checked = items.length - counts.unchecked;
  return (
    <>
      {done ? <Notice title={lang.t('accountability.checklists.done')} /> : null}
      <PageTitle
        over={lang.t('accountability.checklists.title')}
        title={body.name}
        lede={lang.t('accountability.checklists.found_of', {
          n: counts.published,
          checked,
          total: items.length,
        })}
      />
      <Stack>
        {body.href ? (
          <p>
            <Link href={body.href}>{lang.t('accountability.checklists.page_of')}</Link>
          </p>
        ) : null}
        {byBlock(items).map(({ block, items: own }) => (
          <Section key={block} title={lang.t(`accountability.checklists.block.${block}`)} id={block}>
            <Block {...props} items={own} title={lang.t(`accountability.checklists.block.${block}`)} />
          </Section>
        ))}
        <Section title={lang.t('accountability.checklists.social')} id="social">
          <Social {...props} />
          {social ? <SocialForm of={social} action={`${here}/social`} /> : null}
        </Section>
      </Stack>
    </>
  );
};

const Block = (props: ChecklistProps & { readonly title: string }) => {
  const { lang, items, checks, today, title, social, here } = props;
  return (
    <Table
      lang={lang}
      caption={title}
      quietCaption
      even
      rows={items}
      rowKey={(row) => row.key}
      columns={[
        {
          id: 'item',
          head: lang.t('accountability.checklists.item_head'),
          lead: true,
          cell: (row) => (
            <>
              {social ? (
                <Link href={`${here}/${row.key}`}>{lang.t(`accountability.checklists.item.${row.key}`)}</Link>
              ) : (
                lang.t(`accountability.checklists.item.${row.key}`)
              )}{' '}
              <small class="quiet">{lang.t(`accountability.checklists.source.${row.source}`)}</small>
            </>
          ),
        },
        {
          id: 'state',
          head: lang.t('accountability.checklists.state_head'),
          cell: (row) => <ItemChip lang={lang} state={stateOn(row, checks.get(row.key), today)} />,
        },
        {
          id: 'where',
          head: lang.t('accountability.checklists.where'),
          cell: (row) => <Where {...props} check={checks.get(row.key)} />,
        },
        {
          id: 'on',
          head: lang.t('accountability.checklists.checked_on'),
          short: true,
          cell: (row) => {
            const check = checks.get(row.key);
            return check ? lang.shortDate(check.checkedOn) : '–';
          },
        },
      ]}
    />
  );
};

const Where = ({ lang, forum, check, withheld }: ChecklistProps & { readonly check: Check | undefined }) => {
  if (!check) return <>–</>;
  const gone = check.file && withheld.of(FILE_OBJECT, check.file.id);
  return (
    <>
      {check.url ? <Link href={check.url}>{lang.t('accountability.checklists.open')}</Link> : null}{' '}
      {check.file && !gone ? (
        <Link href={`/files/${forum}/${check.file.id}`}>{lang.t('accountability.checklists.copy')}</Link>
      ) : null}
      {gone ? withheldWords(lang, gone) : null}{' '}
      {check.datedOn ? (
        <span class="quiet">{lang.t('accountability.checklists.dated', { date: lang.date(check.datedOn) })}</span>
      ) : null}{' '}
      {check.note ? <SaidInline lang={lang} texts={check.note} /> : null}
    </>
  );
};

const Social = ({ lang, pages, today }: ChecklistProps) =>
  pages.length === 0 ? (
    <p class="quiet">{lang.t('accountability.checklists.social_none')}</p>
  ) : (
    <ul class="plainlist">
      {pages.map((page) => {
        const awake = isAwake(page.newestOn, today);
        return (
          <li key={page.url}>
            <Link href={page.url}>{lang.t(`accountability.checklists.network.${page.network}`)}</Link>{' '}
            <State lang={lang} kind={awake === null ? 'no_report' : awake ? 'complete' : 'under_way'}>
              {lang.t(`accountability.checklists.awake.${awake === null ? 'empty' : awake ? 'yes' : 'no'}`)}
            </State>{' '}
            <span class="quiet">
              {page.newestOn ? lang.t('accountability.checklists.newest', { date: lang.date(page.newestOn) }) : null}{' '}
              {lang.t('accountability.checklists.seen', { date: lang.date(page.checkedOn) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
