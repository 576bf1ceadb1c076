import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Facts } from '#ui/facts.tsx';
import { Intervals } from '#ui/intervals.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { differenceSaid } from '../../../statistics/waves/rules.ts';
import type { Difference } from '../../../statistics/waves/schema.ts';
import type { Reader } from '../../results/pages/parts/distribution.tsx';
import type { AnswerCompared, Compared, QuestionCompared, Shown, Wave } from '../schema.ts';

interface WavesPageProps extends Pick<Reader, 'lang' | 'say'> {
  readonly waves: readonly Wave[];
  readonly compared: Compared;
  readonly resultsOf: (wave: Wave) => string;
}

/** Rounds of one questionnaire side by side, and what changed between the last two. */
export const WavesPage = (props: WavesPageProps) => {
  const { lang, say, waves, compared } = props;
  const [first] = compared.questions;
  const shared = first?.why ?? null;
  return (
    <>
      <PageTitle title={lang.t('surveys.analysis.waves.title')} lede={lang.t('surveys.analysis.waves.lede')} />
      {waves.length < 2 ? (
        <Empty level={2} title={lang.t('surveys.analysis.waves.one')}>
          {lang.t('surveys.analysis.waves.one_about')}
        </Empty>
      ) : (
        <Stack>
          <Section title={lang.t('surveys.analysis.waves.which')}>
            <Waves {...props} />
            {shared ? <p>{whySaid(lang, shared)}</p> : null}
            <Communities {...props} />
          </Section>
          {compared.questions.map((question) => (
            <Question key={question.name} {...{ lang, say, waves, question, shared }} />
          ))}
          {compared.once.length > 0 ? (
            <Section title={lang.t('surveys.analysis.waves.once')}>
              <ul>
                {compared.once.map(({ name, words, round }) => (
                  <li key={name}>{lang.t('surveys.analysis.waves.once_in', { question: say(words, name), round })}</li>
                ))}
              </ul>
            </Section>
          ) : null}
        </Stack>
      )}
    </>
  );
};

const whySaid = (lang: Lang, why: QuestionCompared['why']): string =>
  why === 'worded' ? lang.t('surveys.analysis.waves.worded') : lang.say(differenceSaid(why));

/** Which rounds: each with its days, how people were chosen, and how many answered. */
const Waves = ({ lang, waves, resultsOf }: WavesPageProps) => (
  <Facts
    facts={waves.map((wave) => ({
      name: lang.t('surveys.round.number', { number: wave.number }),
      value: (
        <>
          <Link href={resultsOf(wave)}>{lang.pick(wave.title)}</Link>
          <br />
          {lang.t('surveys.analysis.waves.asked', {
            ...{ from: lang.date(wave.from), until: lang.date(wave.until), n: wave.results.counted },
          })}{' '}
          {lang.t(`surveys.sampling.${wave.sampling}`)}.
        </>
      ),
    }))}
  />
);

/** Whether the two last ones asked in the same places: else a difference may come from that. */
const Communities = ({ lang, waves }: WavesPageProps) => {
  const [now, before] = [new Set(waves.at(-1)?.places), new Set(waves.at(-2)?.places)];
  const both = [...now].filter((id) => before.has(id)).length;
  if (now.size + before.size === 0) return null;
  const isSame = now.size === both && before.size === both;
  return (
    <p class="quiet">
      {isSame
        ? lang.t('surveys.analysis.waves.places_same', { both })
        : lang.t('surveys.analysis.waves.places', { both, now: now.size - both, before: before.size - both })}
    </p>
  );
};

interface QuestionProps extends Pick<WavesPageProps, 'lang' | 'say' | 'waves'> {
  readonly question: QuestionCompared;
  /** What is said once above all questions. */
  readonly shared: QuestionCompared['why'] | null;
}

const Question = ({ lang, say, waves, question, shared }: QuestionProps) => {
  const title = say(question.words, question.name);
  const label = ({ code, words }: AnswerCompared): string => say(words, code);
  const [now, before] = question.between;
  return (
    <Section title={title} id={`q-${question.name}`}>
      <Intervals
        lang={lang}
        title={title}
        estimates={question.answers.flatMap((answer) =>
          answer.shown.flatMap((shown, i) =>
            shown
              ? [
                  {
                    ...{ label: `${label(answer)} (${waves[i]!.number})`, share: shown.share, n: shown.n },
                    ...{ interval: shown.interval, wave: (i + 1) as 1 | 2 | 3 },
                    ...(shown.hidden ? { note: lang.t('surveys.analysis.results.cell_hidden_note') } : {}),
                  },
                ]
              : [],
          ),
        )}
      />
      <Table
        lang={lang}
        caption={lang.t('surveys.analysis.waves.caption', { question: title })}
        quietCaption
        rows={question.answers}
        rowKey={({ code }) => code}
        columns={[
          { ...{ id: 'answer', head: lang.t('surveys.analysis.results.answer'), lead: true }, cell: label },
          ...waves.map(({ number }, i) => ({
            ...{ id: `w${number}`, head: lang.t('surveys.round.number', { number }), number: true },
            cell: ({ shown }: AnswerCompared) => figureSaid(lang, shown[i] ?? null),
          })),
          {
            ...{ id: 'change', head: lang.t('surveys.analysis.waves.change', { now, before }), number: true },
            cell: ({ difference }) => changeSaid(lang, question, difference),
          },
        ]}
      />
      {question.why === shared ? null : <p class="small quiet">{whySaid(lang, question.why)}</p>}
    </Section>
  );
};

const percent = (lang: Lang, share: number): string => lang.number(Math.round(share * 1000) / 10);

/** "13 / 50 (26 %)", or that it is hidden, or that it was not asked. */
function figureSaid(lang: Lang, shown: Shown): string {
  if (!shown) return '–';
  const { yes, n, share } = shown;
  if (yes === null || n === null || share === null) return lang.t('surveys.analysis.results.cell_hidden');
  return `${lang.number(yes)} / ${lang.number(n)} (${percent(lang, share)} %)`;
}

const signed = (lang: Lang, value: number): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${lang.number(Math.abs(value))}`;

/** In percentage points with the interval; where the way of choosing allows none, how many more or fewer said so. */
function changeSaid(lang: Lang, { unit }: QuestionCompared, of: Difference | null): string {
  if (!of) return '–';
  const points = (share: number): string => signed(lang, Math.round(share * 1000) / 10);
  if (of.difference === null)
    return lang.t('surveys.analysis.waves.more', { n: signed(lang, of.people), count: Math.abs(of.people), unit });
  const change = lang.t('surveys.analysis.waves.points', { points: points(of.difference) });
  if (!of.interval) return change;
  return `${change} (${points(of.interval.low)} – ${points(of.interval.high)})`;
}
