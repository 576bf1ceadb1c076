import { type Datum, LEVELS, type Level, type Showing } from '#core/caution/level.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ShownProps {
  readonly lang: Lang;
  /** As the rooms declare it: the same objects by which they decide. */
  readonly data: readonly Datum[];
  /** Of this forum. */
  readonly level: Level;
  readonly name: string;
}

/** What is shown here, and to whom: one line for each kind of datum, one column for each caution level. */
export const ShownPage = ({ lang, data, level, name }: ShownProps) => (
  <>
    <PageTitle title={lang.t('home.shown.title')} lede={lang.t('home.shown.lede')} />
    <p>
      <strong>{lang.t('home.shown.here', { name, level: lang.t(`home.caution.${level}`) })}</strong>
    </p>
    <Table
      lang={lang}
      caption={lang.t('home.shown.caption')}
      rows={data}
      rowKey={(datum) => datum.id}
      columns={[
        {
          id: 'what',
          head: lang.t('home.shown.what'),
          lead: true,
          cell: (datum) => (
            <>
              {lang.say({ key: datum.name })}
              <br />
              <small class="quiet">{lang.say({ key: datum.note })}</small>
            </>
          ),
        },
        ...LEVELS.map((one) => ({
          id: one,
          head:
            one === level
              ? lang.t('home.shown.ours', { level: lang.t(`home.caution.${one}`) })
              : lang.t(`home.caution.${one}`),
          cell: (datum: Datum) => {
            const word = wordOf(lang, datum.at[one]);
            return one === level ? <strong>{word}</strong> : word;
          },
        })),
      ]}
    />
    <p>{lang.t('home.shown.always')}</p>
    <p>
      <Link href={`/${lang.code}/safety`}>{lang.t('home.footer.safety')}</Link>
    </p>
  </>
);

const wordOf = (lang: Lang, showing: Showing): string => lang.t(`home.shown.${showing}`);
