import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Said } from '#ui/said.tsx';
import { Table } from '#ui/table.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { tallyOf, WITHHELD_VOICE } from '../../rules.ts';
import { ANSWERS, type Answered, type Report } from '../../schema.ts';

interface VoicesProps {
  readonly lang: Lang;
  readonly report: Report;
  readonly withheld: WithheldThings;
  readonly takeDown: ((type: string, id: string) => string) | null;
}

/** What those who were there say: their answers counted, and their words. */
export const Voices = ({ lang, report, withheld, takeDown }: VoicesProps) => {
  const { voices } = report;
  const spoken = voices.filter(({ words }) => words !== null);
  return (
    <Section title={lang.t('accountability.reports.voices.title')} id="voices">
      {voices.length === 0 ? (
        <p class="quiet">{lang.t('accountability.reports.voices.none')}</p>
      ) : (
        <Stack>
          <Table
            lang={lang}
            caption={lang.t('accountability.reports.voices.counted', { n: voices.length })}
            rows={tallyOf(voices)}
            rowKey={(row) => row.asked}
            columns={[
              {
                id: 'asked',
                head: lang.t('accountability.reports.voices.asked'),
                lead: true,
                cell: (row) => lang.t(`accountability.reports.asked.${row.asked}`),
              },
              ...ANSWERS.map((answer: Answered) => ({
                id: answer,
                number: true,
                head: lang.t(`accountability.reports.answered.${answer}`),
                cell: (row: ReturnType<typeof tallyOf>[number]) =>
                  lang.number(row.counts.find((one) => one.answer === answer)!.n),
              })),
            ]}
          />
          <p class="quiet">{lang.t('accountability.reports.voices.not_all')}</p>
          {spoken.map((voice) => {
            const gone = withheld.of(WITHHELD_VOICE, voice.id);
            return (
              <Statement
                key={voice.id}
                voice="other"
                who={lang.t('accountability.reports.voices.resident')}
                when={lang.date(voice.on)}
              >
                {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={voice.words ?? {}} />}
                {takeDown && !gone ? (
                  <p class="small">
                    <Link href={takeDown(WITHHELD_VOICE, voice.id)}>{lang.t('accountability.reports.take_down')}</Link>
                  </p>
                ) : null}
              </Statement>
            );
          })}
        </Stack>
      )}
    </Section>
  );
};
