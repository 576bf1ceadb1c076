import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { SaidInline } from '#ui/said.tsx';
import { State, type StateKind } from '#ui/state.tsx';
import { Statement } from '#ui/voices.tsx';
import type { Completion, EvaluationRow, ReplyExtensionRow } from '../../../evaluations/schema.ts';
import type { EvidenceRow } from '../../../reports/schema.ts';
import { WITHHELD } from '../../../withheld/rules.ts';
import type { EvaluationSeen } from '../../rules.ts';
import { Evidence, type EvidenceProps, footOf, SaidOrWithheld } from './said.tsx';
import { type CellShown, nameOf } from './shown.tsx';

const KIND: Readonly<Record<Completion, StateKind>> = {
  no_evidence: 'not_started',
  not_started: 'not_started',
  limited: 'limited',
  substantial: 'substantial',
  complete: 'complete',
};

export type EvaluationProps = CellShown & { readonly evaluation: EvaluationSeen };

/** What civil society found, how, with which ties, and the executor's reply or silence. */
export const EvaluationStatement = (props: EvaluationProps) => {
  const { lang, dossier, evaluation, deeds } = props;
  const { row } = evaluation;
  const withheld = dossier.withheld?.of(WITHHELD.evaluation, row.id);
  return (
    <>
      <Statement
        id={`evaluation-${row.id}`}
        voice="civil"
        who={lang.t('plans.dossier.who_evaluator', { name: nameOf(lang, dossier, row.author_body_id) })}
        when={
          evaluation.published
            ? lang.t('plans.dossier.published_on', { date: lang.date(row.publishes_on) })
            : lang.t('plans.dossier.waits_until', { date: lang.date(row.reply_until) })
        }
        state={<CompletionChip lang={lang} completion={row.completion} />}
        foot={
          withheld
            ? null
            : groundsOf(lang, row, evaluation.evidence, { withheld: dossier.withheld, takeDown: deeds.takeDown })
        }
      >
        <SaidOrWithheld
          lang={lang}
          texts={row.finding}
          withheld={withheld}
          takeDown={deeds.takeDown?.(WITHHELD.evaluation, row.id) ?? null}
        />
        <Scales lang={lang} row={row} />
      </Statement>
      {evaluation.extension ? <Extended lang={lang} extension={evaluation.extension} /> : null}
      <Reply {...props} />
    </>
  );
};

/** What civil society found, in its shape and word. */
export const CompletionChip = ({ lang, completion }: { readonly lang: Lang; readonly completion: Completion }) => (
  <State lang={lang} kind={KIND[completion]}>
    {completion === 'no_evidence' ? lang.t('plans.overview.no_evidence') : undefined}
  </State>
);

/** What it rests on, and what ties the author has to those concerned: each on its own line. */
export const groundsOf = (
  lang: Lang,
  row: Pick<EvaluationRow, 'method' | 'ties' | 'funder_tie'>,
  evidence: readonly EvidenceRow[],
  how: Pick<EvidenceProps, 'withheld' | 'takeDown' | 'deed'> = {},
): ComponentChildren =>
  footOf(
    <>
      <b>{lang.t('plans.dossier.method')}.</b> <SaidInline lang={lang} texts={row.method} />
    </>,
    <>
      <b>{lang.t('plans.dossier.ties')}.</b> <SaidInline lang={lang} texts={row.ties} />
    </>,
    row.funder_tie ? (
      <>
        <b>{lang.t('plans.dossier.funder_kept')}.</b> <SaidInline lang={lang} texts={row.funder_tie} />
      </>
    ) : null,
    evidence.length > 0 ? <Evidence lang={lang} evidence={evidence} {...how} /> : null,
  );

/** The standard's other scales, where they were judged. */
export const Scales = ({ lang, row }: { readonly lang: Lang; readonly row: EvaluationRow }) => {
  const scales = (['verifiable', 'open_lens', 'potential', 'early_results', 'did_open'] as const).filter(
    (scale) => row[scale] !== null,
  );
  if (scales.length === 0) return null;
  return (
    <details class="how">
      <summary>{lang.t('plans.dossier.scales')}</summary>
      <Facts
        facts={scales.map((scale) => ({
          name: lang.t(`plans.dossier.scale.${scale}`),
          value: lang.t(`plans.dossier.value.${keyOf(row[scale]!)}`),
        }))}
      />
    </details>
  );
};

/** "ND" and "NA" are the standard's own spelling; text keys are small letters. */
const keyOf = <T extends string>(value: T) =>
  (value === 'ND' ? 'nd' : value === 'NA' ? 'na' : value) as Exclude<T, 'ND' | 'NA'> | 'nd' | 'na';

const Reply = (props: EvaluationProps) => {
  const { lang, dossier, cell, evaluation, deeds } = props;
  const { reply, row } = evaluation;
  const name = nameOf(lang, dossier, cell.row.body_id);
  if (reply) {
    const late = reply.on_day > row.reply_until;
    return (
      <Statement
        voice="executor"
        who={props.alone ? lang.t('plans.dossier.reply_of', { name }) : lang.t('plans.dossier.reply')}
        when={lang.t(late ? 'plans.dossier.replied_late' : 'plans.dossier.replied_in_time', {
          date: lang.date(reply.on_day),
        })}
        foot={wayWords(lang, { way: reply.way, ref: reply.paper_ref, day: reply.paper_day })}
      >
        <SaidOrWithheld
          lang={lang}
          texts={reply.text}
          withheld={dossier.withheld?.of(WITHHELD.reply, reply.id)}
          takeDown={deeds.takeDown?.(WITHHELD.reply, reply.id) ?? null}
        />
      </Statement>
    );
  }
  const doReply = deeds.reply.get(row.id);
  const extend = deeds.extend.get(row.id);
  const link = deeds.replyLink.get(row.id);
  const paper = deeds.replyPaper.get(row.id);
  return (
    <>
      {evaluation.silent ? (
        <p class="quiet">∅ {lang.t('plans.dossier.no_reply', { name, date: lang.date(row.reply_until) })}</p>
      ) : null}
      {doReply || extend || link || paper ? (
        <p class="acts">
          {doReply ? <ButtonLink href={doReply}>{lang.t('plans.dossier.do.reply')}</ButtonLink> : null}{' '}
          {link ? (
            <ButtonLink href={link} second>
              {lang.t('plans.dossier.do.reply_link')}
            </ButtonLink>
          ) : null}{' '}
          {paper ? <Link href={paper}>{lang.t('plans.dossier.do.reply_paper')}</Link> : null}{' '}
          {extend ? <Link href={extend}>{lang.t('plans.dossier.do.extend')}</Link> : null}
        </p>
      ) : null}
    </>
  );
};

/** The one extension of the time to reply is public with its reason. */
const Extended = ({ lang, extension }: { readonly lang: Lang; readonly extension: ReplyExtensionRow }) => (
  <p class="quiet">
    {lang.t('plans.dossier.extended', { date: lang.date(extension.until_day), reason: extension.reason })}
  </p>
);
