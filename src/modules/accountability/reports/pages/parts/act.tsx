import type { Lang } from '#core/i18n/lang.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { headsOf } from '../../rules.ts';
import type { Act, ActFile, Channel } from '../../schema.ts';

interface ActProps {
  readonly lang: Lang;
  readonly forum: string;
  readonly act: Act;
  /** The ways by which reports are to be spread here. */
  readonly wanted: readonly Channel[];
  readonly keeps: boolean;
  readonly withheld: WithheldThings;
  readonly takeDown: ((type: string, id: string) => string) | null;
  readonly body: { readonly name: string };
}

/** One time that the report was given: day, place, ways, heads, words, files, questions. */
export const ActSaid = (props: ActProps) => {
  const { lang, act, wanted, body } = props;
  const way = (channel: Channel) => lang.t(`accountability.reports.channel.${channel}`);
  const missed = wanted.filter((channel) => !act.channels.includes(channel));
  const files = act.files.filter(({ seenBy }) => seenBy === 'everybody' || props.keeps);
  return (
    <Section title={lang.t('accountability.reports.act.title', { date: lang.date(act.heldOn) })}>
      <Facts
        facts={[
          { name: lang.t('accountability.reports.act.place'), value: act.place },
          { name: lang.t('accountability.reports.act.ways'), value: lang.list(act.channels.map(way)) },
          {
            name: lang.t('accountability.reports.act.ways_missed'),
            value: missed.length > 0 ? lang.list(missed.map(way)) : null,
          },
          { name: lang.t('accountability.reports.act.heads'), value: headWords(lang, act) },
          {
            name: lang.t('accountability.reports.act.url'),
            value: act.url ? <Link href={act.url}>{act.url}</Link> : null,
          },
          {
            name: lang.t('accountability.reports.act.files'),
            value: files.length > 0 ? <Files {...props} files={files} /> : null,
          },
        ]}
      />
      {act.summary ? (
        <Statement
          voice="executor"
          who={body.name}
          when={lang.date(act.heldOn)}
          foot={wayWords(lang, { way: act.way, ref: act.paperRef, day: act.paperDay })}
        >
          <Said lang={lang} texts={act.summary} />
        </Statement>
      ) : null}
      {act.exchanges.length > 0 ? (
        <>
          <h3>{lang.t('accountability.reports.act.asked')}</h3>
          <Stack>
            {act.exchanges.map(({ question, answer }) => (
              <div key={lang.pick(question)}>
                <b>{lang.t('accountability.reports.act.question')}</b>
                <Said lang={lang} texts={question} />
                <b>{lang.t('accountability.reports.act.answer')}</b>
                {answer ? (
                  <Said lang={lang} texts={answer} />
                ) : (
                  <p class="quiet">{lang.t('accountability.reports.act.no_answer')}</p>
                )}
              </div>
            ))}
          </Stack>
        </>
      ) : null}
    </Section>
  );
};

/** "45: 20 women, 25 men; 10 under 30 ..."; what nobody counted is said to be unknown. */
function headWords(lang: Lang, act: Act): string {
  const all = headsOf(act);
  if (all === null) return lang.t('accountability.reports.act.uncounted');
  const parts = (['women', 'men', 'young', 'middle', 'older'] as const).flatMap((group) => {
    const n = act[group];
    return n === null ? [] : [lang.t(`accountability.reports.heads.${group}`, { n })];
  });
  return lang.t('accountability.reports.act.counted', { n: all, parts: lang.list(parts) });
}

const Files = ({ lang, forum, files, withheld, takeDown }: ActProps & { readonly files: readonly ActFile[] }) => (
  <ul class="plainlist">
    {files.map((file) => {
      const gone = withheld.of(FILE_OBJECT, file.id);
      return (
        <li key={file.id}>
          {gone ? (
            <WithheldNote lang={lang} of={gone} />
          ) : (
            <>
              <Link href={`/files/${forum}/${file.id}`}>{file.name}</Link>{' '}
              <span class="quiet">
                {lang.t(`accountability.reports.file.${file.kind}`)}
                {file.seenBy === 'keepers' ? `, ${lang.t('accountability.reports.file.kept')}` : null}
              </span>{' '}
              {takeDown ? (
                <Link href={takeDown(FILE_OBJECT, file.id)}>{lang.t('accountability.reports.take_down')}</Link>
              ) : null}
            </>
          )}
        </li>
      );
    })}
  </ul>
);
