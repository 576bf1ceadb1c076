import type { Lang } from '#core/i18n/lang.ts';
import type { Message } from '#core/i18n/message.ts';
import { Checkboxes } from '#ui/choice.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Chosen } from '../schema.ts';

export interface Column {
  readonly name: string;
  readonly label: string;
  /** Known of everybody by every neighbour: always checked. */
  readonly known: boolean;
}

interface MicrodataPageProps {
  readonly of: Filled;
  readonly over: string;
  readonly here: string;
  readonly columns: readonly Column[];
  readonly chosen: Chosen;
  /** What the check of these columns found; null: none are chosen yet. */
  readonly found: Found | null;
}

export interface Found {
  readonly said: Message;
  readonly safe: boolean;
  /** Combinations that too few share, and tables whose hidden counts the file would tell. */
  readonly few: readonly { readonly of: string; readonly n: number }[];
  readonly hidden: readonly string[];
  readonly helps: readonly Message[];
}

/** Which columns go out as rows, what the check says of them, and the deed. */
export const MicrodataPage = ({ of, over, here, columns, chosen, found }: MicrodataPageProps) => {
  const { lang } = of;
  const options = columns.map(({ name, label }) => ({ value: name, label }));
  const open = columns.filter(({ known }) => !known).map(({ name, label }) => ({ value: name, label }));
  return (
    <>
      <PageTitle
        over={over}
        title={lang.t('surveys.analysis.microdata.title')}
        lede={lang.t('surveys.analysis.microdata.lede')}
      />
      <Stack>
        <Form of={of} action={`${here}/microdata/new`} method="get" deed={lang.t('surveys.analysis.microdata.check')}>
          <Checkboxes
            {...{ of, options }}
            name="columns"
            label={lang.t('surveys.analysis.microdata.columns')}
            hint={lang.t('surveys.analysis.microdata.columns_hint')}
          />
          <Checkboxes
            {...{ of, options: open }}
            name="known"
            label={lang.t('surveys.analysis.microdata.known')}
            hint={lang.t('surveys.analysis.microdata.known_hint')}
            optional
          />
          <Checkboxes
            {...{ of, options: open }}
            name="sensitive"
            label={lang.t('surveys.analysis.microdata.sensitive')}
            hint={lang.t('surveys.analysis.microdata.sensitive_hint')}
            optional
          />
        </Form>
        {found ? (
          <Section title={lang.t('surveys.analysis.microdata.found')} id="found">
            <CheckFound {...{ lang, found }} />
            {found.safe ? (
              <Form
                of={{ lang, values: {}, errors: [] }}
                action={`${here}/microdata/new`}
                deed={lang.t('surveys.analysis.microdata.deed')}
                hidden={{
                  columns: chosen.columns.join('\n'),
                  known: chosen.known.join('\n'),
                  sensitive: chosen.sensitive.join('\n'),
                }}
                second={<Cancel href={`${here}/results`}>{lang.t('ui.cancel')}</Cancel>}
              >
                <p>{lang.t('surveys.analysis.microdata.once')}</p>
              </Form>
            ) : null}
          </Section>
        ) : null}
      </Stack>
    </>
  );
};

const CheckFound = ({ lang, found }: { readonly lang: Lang; readonly found: Found }) => (
  <>
    <p>{lang.say(found.said)}</p>
    {found.hidden.length > 0 ? (
      <ul>
        {found.hidden.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    ) : null}
    {found.few.length > 0 ? (
      <ul>
        {found.few.map(({ of, n }) => (
          <li key={of}>{lang.t('surveys.analysis.microdata.combination', { of, n })}</li>
        ))}
      </ul>
    ) : null}
    {found.helps.length > 0 ? (
      <ul>
        {found.helps.map((one) => (
          <li key={JSON.stringify(one)}>{lang.say(one)}</li>
        ))}
      </ul>
    ) : null}
  </>
);
