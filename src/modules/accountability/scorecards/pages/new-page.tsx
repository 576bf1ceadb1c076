import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { scoreOf } from '../rules.ts';
import type { Formula, Row } from '../schema.ts';
import { CardRows, scoreWords } from './parts/rows.tsx';

interface NewProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  readonly body: { readonly id: string; readonly name: string };
  readonly formula: Formula;
  readonly rows: readonly Row[];
  readonly reports: ((number: number) => string) | null;
  readonly checklist: string | null;
}

/** What the formula makes of a body today, before it goes to the body. */
export const NewPage = ({ of, at, body, formula, rows, ...places }: NewProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('accountability.scorecards.sending.title')}
        title={body.name}
        lede={lang.t('accountability.scorecards.sending.lede', {
          score: scoreWords(lang, scoreOf(rows, formula.enough)),
          days: formula.replyDays,
        })}
      />
      <Stack>
        <Form
          of={of}
          action={at('/scorecards')}
          deed={lang.t('accountability.scorecards.sending.send')}
          hidden={{ body: body.id }}
          second={<Cancel href={at('/scorecards')}>{lang.t('ui.cancel')}</Cancel>}
        />
        <CardRows lang={lang} at={at} rows={rows} {...places} />
      </Stack>
    </>
  );
};
