import type { Lang } from '#core/i18n/lang.ts';
import type { Message } from '#core/i18n/message.ts';
import { Figures } from '#ui/figures.tsx';
import { filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { verdictsOf } from '../rules.ts';
import type { JudgedRow } from '../schema.ts';

interface DryRunProps {
  readonly lang: Lang;
  readonly judged: readonly JudgedRow[];
  /** Rows that could not be read, with what is wrong. */
  readonly unreadable: readonly { readonly line: number; readonly why: Message }[];
  readonly unread: readonly string[];
  readonly namesLeftOut: boolean;
  /** What the deed needs again. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly back: string;
}

/** What every row of the table would do; nothing is written before the button. */
export const DryRun = (props: DryRunProps) => {
  const { lang, judged, unreadable, unread, namesLeftOut } = props;
  const { create, same, refused } = verdictsOf(judged);
  const wrong = refused + unreadable.length;
  return (
    <>
      <PageTitle title={lang.t('forum.sheets.dry')} lede={lang.t('forum.sheets.dry_lede')} />
      {namesLeftOut ? <Notice warn title={lang.t('forum.sheets.names_left_out')} /> : null}
      {unread.length > 0 ? (
        <Notice warn title={lang.t('forum.sheets.unread', { n: unread.length })}>
          <p>{unread.slice(0, 20).join(', ')}</p>
        </Notice>
      ) : null}
      <Figures
        figures={[
          { value: lang.number(create), label: lang.t('forum.sheets.create', { n: create }) },
          { value: lang.number(same), label: lang.t('forum.sheets.same', { n: same }) },
          { value: lang.number(wrong), label: lang.t('forum.sheets.refused', { n: wrong }), alarm: wrong > 0 },
        ]}
      />
      <Write {...props} create={create} wrong={wrong} />
      <Section title={lang.t('forum.sheets.rows')} id="rows">
        {unreadable.length > 0 ? (
          <ul>
            {unreadable.map(({ line, why }) => (
              <li key={`${line} ${why.key}`}>
                {lang.t('forum.sheets.row', { line })}: {lang.say(why)}
              </li>
            ))}
          </ul>
        ) : null}
        <Rows lang={lang} judged={judged} />
      </Section>
    </>
  );
};

function Write({
  lang,
  hidden,
  action,
  back,
  create,
  wrong,
}: DryRunProps & { readonly create: number; readonly wrong: number }) {
  const other = (
    <p>
      <ButtonLink href={back} second>
        {lang.t('forum.sheets.other')}
      </ButtonLink>
    </p>
  );
  if (wrong > 0 || create === 0)
    return (
      <>
        <p>{lang.t(wrong > 0 ? 'forum.sheets.correct' : 'forum.sheets.refused_nothing')}</p>
        {other}
      </>
    );
  return (
    <Form
      of={filled(lang)}
      action={action}
      hidden={hidden}
      deed={lang.t('forum.sheets.deed', { n: create })}
      second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
    >
      {null}
    </Form>
  );
}

const Rows = ({ lang, judged }: Pick<DryRunProps, 'lang' | 'judged'>) => (
  <Table
    lang={lang}
    caption={lang.t('forum.sheets.rows')}
    quietCaption
    rows={judged}
    rowKey={({ row }) => String(row.line)}
    columns={[
      { id: 'seat', head: lang.t('forum.seat.number'), mark: true, cell: ({ row }) => row.seat },
      {
        ...{ id: 'organisation', head: lang.t('forum.members.organisation'), lead: true },
        cell: ({ row }) => row.organisation?.name ?? lang.t('forum.seat.vacant'),
      },
      { id: 'group', head: lang.t('forum.seat.group'), cell: ({ row }) => row.group },
      {
        ...{ id: 'what', head: lang.t('forum.sheets.what') },
        cell: ({ makes, why }) => {
          if (why) return <strong>{lang.say(why)}</strong>;
          if (makes.length === 0) return <span class="quiet">{lang.t('forum.sheets.nothing_new')}</span>;
          return lang.list(makes.map((what) => lang.t(`forum.sheets.makes.${what}`)));
        },
      },
    ]}
  />
);
