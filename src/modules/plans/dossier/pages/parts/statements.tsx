import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { ButtonLink, Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { Statement } from '#ui/voices.tsx';
import type { EvidenceRow } from '../../../reports/schema.ts';
import type { CellSeen, EvaluationSeen, UpdateSeen } from '../../rules.ts';
import type { MeasurePageProps } from '../measure-page.tsx';
import { nameOf } from './cells.tsx';
import { EvaluationStatement } from './evaluation.tsx';

export type CellProps = MeasurePageProps & { readonly cell: CellSeen; readonly alone: boolean };

/** Both voices of one executor's cell: the newest word of each open, earlier ones folded. */
export const CellStatements = (props: CellProps) => {
  const { lang, dossier, cell, alone } = props;
  const [update, ...earlier] = cell.updates;
  const pending = cell.evaluations.filter((evaluation) => !evaluation.published);
  const [evaluation, ...before] = cell.evaluations.filter((seen) => seen.published);
  return (
    <div class="stack" id={`cell-${cell.row.id}`}>
      {alone ? null : (
        <h3>
          {nameOf(lang, dossier, cell.row.body_id)}{' '}
          <small class="quiet">
            {cell.active ? lang.t(`plans.executors.${cell.row.role}`) : lang.t('plans.dossier.former')}
          </small>
        </h3>
      )}
      {update ? <UpdateStatement {...props} update={update} /> : <Silence {...props} />}
      {pending.map((seen) => (
        <EvaluationStatement key={seen.row.id} {...props} evaluation={seen} />
      ))}
      {evaluation ? <EvaluationStatement {...props} evaluation={evaluation} /> : <NotAssessed {...props} />}
      <CellDeeds {...props} />
      <Earlier {...props} updates={earlier} evaluations={before} />
    </div>
  );
};

const Silence = ({ lang, dossier, cell }: CellProps) => (
  <Statement
    voice="executor"
    who={lang.t('plans.dossier.who_executor', { name: nameOf(lang, dossier, cell.row.body_id) })}
    state={
      cell.executor.word === 'not_asked' ? (
        <span class="quiet">{lang.t('plans.overview.not_asked')}</span>
      ) : (
        <State lang={lang} kind="no_report" />
      )
    }
  >
    {cell.overdue ? (
      <p>{lang.t('plans.dossier.overdue', { date: lang.date(cell.overdue.since), n: cell.overdue.days })}</p>
    ) : null}
  </Statement>
);

const NotAssessed = ({ lang }: CellProps) => (
  <Statement voice="civil" who={lang.t('plans.dossier.who_civil')} state={<State lang={lang} kind="not_assessed" />} />
);

const UpdateStatement = ({ lang, dossier, cell, update }: CellProps & { readonly update: UpdateSeen }) => {
  const proven = update.row.state === 'not_started' || update.evidence.length > 0;
  return (
    <Statement
      id={`update-${update.row.id}`}
      voice="executor"
      who={lang.t('plans.dossier.who_executor', { name: nameOf(lang, dossier, cell.row.body_id) })}
      when={lang.t('plans.dossier.reported_on', { date: lang.date(update.row.on_day) })}
      state={
        <>
          <State lang={lang} kind={update.row.state} />
          {proven ? null : <span class="quiet"> {lang.t('plans.overview.unproven')}</span>}
        </>
      }
      foot={
        <>
          <Evidence lang={lang} evidence={update.evidence} />
          <WayLine lang={lang} way={update.row.way} paperRef={update.row.paper_ref} />
        </>
      }
    >
      <Said lang={lang} texts={update.row.text} />
    </Statement>
  );
};

/** What somebody wrote, in paragraphs, in its own language. */
export const Said = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  return (
    <>
      {chosen.text.split(/\n{2,}/).map((paragraph, i, all) => (
        <p key={paragraph}>
          {i === all.length - 1 ? (
            <ChosenText lang={lang} of={{ ...chosen, text: paragraph }} />
          ) : (
            <span lang={chosen.own ? undefined : chosen.language}>{paragraph}</span>
          )}
        </p>
      ))}
    </>
  );
};

/** The pieces of evidence, each with its way to it. */
export const Evidence = ({ lang, evidence }: { readonly lang: Lang; readonly evidence: readonly EvidenceRow[] }) => {
  if (evidence.length === 0) return null;
  return (
    <>
      {lang.t('plans.dossier.evidence')}:{' '}
      {evidence.map((piece, i) => (
        <span key={piece.id}>
          {i > 0 ? '; ' : null}
          <EvidenceLink piece={piece}>{piece.title || lang.t(`plans.dossier.kind.${piece.kind}`)}</EvidenceLink>
          {piece.on_day ? `, ${lang.shortDate(piece.on_day)}` : null}
        </span>
      ))}
      .{' '}
    </>
  );
};

const EvidenceLink = ({ piece, children }: { readonly piece: EvidenceRow; readonly children: ComponentChildren }) => {
  if (piece.file_id) return <Link href={`/files/${piece.forum_id}/${piece.file_id}`}>{children}</Link>;
  return piece.url ? <Link href={piece.url}>{children}</Link> : <>{children}</>;
};

/** How the word came, when not by the body's own account. */
export const WayLine = ({
  lang,
  way,
  paperRef,
}: {
  readonly lang: Lang;
  readonly way: 'account' | 'link' | 'paper' | 'import';
  readonly paperRef: string | null;
}) => {
  if (way === 'account') return null;
  return (
    <>
      {way === 'paper'
        ? lang.t('plans.dossier.way.paper', { ref: paperRef ?? '' })
        : lang.t(`plans.dossier.way.${way}`)}
    </>
  );
};

/** What this reader may do on the cell. */
const CellDeeds = ({ lang, deeds, cell }: CellProps) => {
  const report = deeds.report.get(cell.row.id);
  const evaluate = deeds.evaluate.get(cell.row.id);
  const paper = deeds.paper.get(cell.row.id);
  const link = deeds.reportLink.get(cell.row.id);
  if (!report && !evaluate && !paper && !link) return null;
  return (
    <p class="acts">
      {report ? <ButtonLink href={report}>{lang.t('plans.dossier.do.report')}</ButtonLink> : null}{' '}
      {evaluate ? <ButtonLink href={evaluate}>{lang.t('plans.dossier.do.evaluate')}</ButtonLink> : null}{' '}
      {link ? (
        <ButtonLink href={link} second>
          {lang.t('plans.dossier.do.report_link')}
        </ButtonLink>
      ) : null}{' '}
      {paper ? <Link href={paper}>{lang.t('plans.dossier.do.paper')}</Link> : null}
    </p>
  );
};

interface EarlierProps {
  readonly updates: readonly UpdateSeen[];
  readonly evaluations: readonly EvaluationSeen[];
}

const Earlier = ({ updates, evaluations, ...props }: CellProps & EarlierProps) => {
  if (updates.length + evaluations.length === 0) return null;
  return (
    <details class="how">
      <summary>{props.lang.t('plans.dossier.earlier', { n: updates.length + evaluations.length })}</summary>
      <div class="stack">
        {updates.map((update) => (
          <UpdateStatement key={update.row.id} {...props} update={update} />
        ))}
        {evaluations.map((evaluation) => (
          <EvaluationStatement key={evaluation.row.id} {...props} evaluation={evaluation} />
        ))}
      </div>
    </details>
  );
};
