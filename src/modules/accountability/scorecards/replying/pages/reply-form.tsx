import type { PlainDate } from '#core/time/plain-date.ts';
import { Tick } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';
import { CardRows, rowWords, scoreWords } from '../../pages/parts/rows.tsx';
import { MOST, remarkField, scoreOf } from '../../rules.ts';
import type { Card } from '../../schema.ts';

interface ReplyFormProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  readonly card: Card;
  readonly body: string;
  readonly paper: boolean;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
  readonly reports: ((number: number) => string) | null;
  readonly checklist: string | null;
}

/** The body reads its scorecard and says what is not right, row by row, before others see it. */
export const ReplyForm = ({ of, at, card, body, paper, today, action, back, ...places }: ReplyFormProps) => {
  const { lang } = of;
  const date = lang.date(card.replyUntil);
  return (
    <>
      <PageTitle
        over={lang.t('accountability.scorecards.of', { number: card.number, body })}
        title={lang.t('accountability.scorecards.replying.title')}
        lede={lang.t(
          today > card.replyUntil
            ? 'accountability.scorecards.replying.lede_late'
            : 'accountability.scorecards.replying.lede',
          { date },
        )}
      />
      <Stack>
        <Section title={lang.t('accountability.scorecards.counted')}>
          <p>
            {lang.t('accountability.scorecards.said', {
              score: scoreWords(lang, scoreOf(card.rows, card.enough)),
              date: lang.date(card.sentOn),
            })}
          </p>
          <CardRows lang={lang} at={at} rows={card.rows} {...places} />
        </Section>
        <Section title={lang.t('accountability.scorecards.remarks')} id="remarks">
          <Form
            of={of}
            action={action}
            files={paper}
            deed={lang.t('accountability.scorecards.replying.send')}
            hidden={paper ? { way: 'paper' } : {}}
            second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
          >
            {paper ? <PaperFields of={of} today={today} /> : null}
            {[...card.rows.map(({ key }) => key), null].map((row) => (
              <AreaField
                key={row ?? 'all'}
                of={of}
                name={remarkField(row)}
                label={row ? rowWords(lang, row) : lang.t('accountability.scorecards.of_all')}
                rows={2}
                maxlength={MOST.remark}
                textLang={lang.code}
                optional
              />
            ))}
            <Tick of={of} name="none" label={lang.t('accountability.scorecards.replying.none')} />
          </Form>
        </Section>
      </Stack>
    </>
  );
};
