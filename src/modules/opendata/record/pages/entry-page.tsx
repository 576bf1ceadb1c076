import type { EntryProof } from '#core/audit/queries.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { EntrySeen } from '../../schema.ts';
import { sentenceOf } from './parts/lines.tsx';
import { NoteText } from './parts/note.tsx';

interface EntryPageProps {
  readonly lang: Lang;
  readonly zone: string;
  readonly seen: EntrySeen;
  readonly at: (path: string) => string;
}

/** One entry: what happened, and what a stranger needs to check that it stands in the record. */
export const EntryPage = ({ lang, zone, seen, at }: EntryPageProps) => {
  const { row, by, bodies } = seen.line;
  const number = row.leaf === null ? null : lang.number(row.leaf + 1);
  return (
    <>
      <PageTitle
        over={number === null ? lang.t('opendata.record.waits') : lang.t('opendata.record.number', { n: number })}
        title={sentenceOf(lang, seen.line)}
      />
      <Facts
        facts={[
          {
            name: lang.t('opendata.entry.when'),
            value: row.byDay ? lang.date(dayIn(zone, row.at)) : lang.moment(row.at, zone),
          },
          { name: lang.t('opendata.entry.who'), value: lang.t('opendata.record.who', { by, way: row.way }) },
          { name: lang.t('opendata.entry.concerns'), value: bodies.length > 0 ? lang.list(bodies) : null },
          {
            name: lang.t('opendata.entry.thing'),
            value: row.object.path ? (
              <Link href={at(row.object.path)}>{lang.t('opendata.type', { type: row.object.type })}</Link>
            ) : (
              lang.t('opendata.type', { type: row.object.type })
            ),
          },
          {
            name: lang.t('opendata.entry.history'),
            value: (
              <Link href={at(`/history/${row.object.type}/${row.object.id}`)}>{lang.t('opendata.entry.all')}</Link>
            ),
          },
        ]}
      />
      <Section title={lang.t('opendata.check.title')}>
        {seen.proof ? <Proof lang={lang} proof={seen.proof} /> : <p>{lang.t('opendata.entry.waits_why')}</p>}
      </Section>
    </>
  );
};

const Proof = ({ lang, proof }: { readonly lang: Lang; readonly proof: EntryProof }) => (
  <>
    <p>{lang.t('opendata.entry.proof', { n: lang.number(proof.place + 1), of: lang.number(proof.head.size) })}</p>
    <details class="how">
      <summary>{lang.t('opendata.entry.show')}</summary>
      <h3>{lang.t('opendata.entry.leaf')}</h3>
      <p>
        <code>{proof.leaf}</code>
      </p>
      <h3>{lang.t('opendata.entry.path')}</h3>
      <ol>
        {proof.words.map((hash) => (
          <li key={hash}>
            <code>{hash}</code>
          </li>
        ))}
      </ol>
      <h3>{lang.t('opendata.entry.head')}</h3>
      <NoteText note={proof.head.note} />
    </details>
  </>
);
