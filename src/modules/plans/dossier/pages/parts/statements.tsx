import { ButtonLink, Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { State } from '#ui/state.tsx';
import { Statement } from '#ui/voices.tsx';
import { WITHHELD } from '../../../withheld/rules.ts';
import type { EvaluationSeen, UpdateSeen } from '../../rules.ts';
import { EvaluationStatement } from './evaluation.tsx';
import { Evidence, footOf, SaidOrWithheld } from './said.tsx';
import { type CellShown, nameOf } from './shown.tsx';

/** Both voices of one executor's cell: the newest word of each open, earlier ones folded. */
export const CellStatements = (props: CellShown) => {
  const { lang, dossier, cell, alone } = props;
  const [update, ...earlier] = cell.updates;
  const pending = cell.evaluations.filter((evaluation) => !evaluation.published);
  const [evaluation, ...before] = cell.evaluations.filter((seen) => seen.published);
  return (
    <>
      {alone ? null : (
        <h3 id={`cell-${cell.row.id}`}>
          {nameOf(lang, dossier, cell.row.body_id)}{' '}
          <small class="quiet">
            {cell.active ? lang.t(`plans.executors.${cell.row.role}`) : lang.t('plans.dossier.former')}
          </small>
        </h3>
      )}
      <div class="stack">
        {update ? <UpdateStatement {...props} update={update} /> : <Silence {...props} />}
        <Owed {...props} />
        {pending.map((seen) => (
          <EvaluationStatement key={seen.row.id} {...props} evaluation={seen} />
        ))}
        {evaluation ? <EvaluationStatement {...props} evaluation={evaluation} /> : <NotAssessed {...props} />}
        <CellDeeds {...props} />
        <Earlier {...props} updates={earlier} evaluations={before} />
      </div>
    </>
  );
};

/** "Executor", by its name where no heading says it already. */
const executorOf = ({ lang, dossier, cell, alone }: CellShown): string =>
  alone
    ? lang.t('plans.dossier.who_executor', { name: nameOf(lang, dossier, cell.row.body_id) })
    : lang.t('plans.dossier.executor');

const Silence = (props: CellShown) => (
  <Statement
    voice="executor"
    who={executorOf(props)}
    state={
      props.cell.executor.word === 'not_asked' ? (
        <span class="quiet">{props.lang.t('plans.overview.not_asked')}</span>
      ) : (
        <State lang={props.lang} kind="no_report" />
      )
    }
  />
);

/** A report whose day has passed, whether or not there are older ones. */
const Owed = ({ lang, cell }: CellShown) =>
  cell.overdue ? (
    <p>
      <State lang={lang} kind="late">
        {lang.t('plans.dossier.overdue', { date: lang.date(cell.overdue.since), n: cell.overdue.days })}
      </State>
    </p>
  ) : null;

const NotAssessed = ({ lang }: CellShown) => (
  <Statement voice="civil" who={lang.t('plans.dossier.who_civil')} state={<State lang={lang} kind="not_assessed" />} />
);

const UpdateStatement = (props: CellShown & { readonly update: UpdateSeen }) => {
  const { lang, update, dossier, deeds } = props;
  const proven = update.row.state === 'not_started' || update.evidence.length > 0;
  return (
    <Statement
      id={`update-${update.row.id}`}
      voice="executor"
      who={executorOf(props)}
      when={lang.t('plans.dossier.reported_on', { date: lang.date(update.row.on_day) })}
      state={
        <>
          <State lang={lang} kind={update.row.state} />
          {proven ? null : <span class="quiet"> {lang.t('plans.overview.unproven')}</span>}
        </>
      }
      foot={footOf(
        update.evidence.length > 0 ? (
          <Evidence lang={lang} evidence={update.evidence} withheld={dossier.withheld} takeDown={deeds.takeDown} />
        ) : null,
        wayWords(lang, { way: update.row.way, ref: update.row.paper_ref, day: update.row.paper_day }),
      )}
    >
      <SaidOrWithheld
        lang={lang}
        texts={update.row.text}
        withheld={dossier.withheld?.of(WITHHELD.update, update.row.id)}
        takeDown={deeds.takeDown?.(WITHHELD.update, update.row.id) ?? null}
      />
    </Statement>
  );
};

/** What this reader may do on the cell. */
const CellDeeds = ({ lang, deeds, cell }: CellShown) => {
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

const Earlier = ({ updates, evaluations, ...props }: CellShown & EarlierProps) => {
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
