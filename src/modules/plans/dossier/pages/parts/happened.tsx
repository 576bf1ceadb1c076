import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Link } from '#ui/link.tsx';
import { State, stateWord } from '#ui/state.tsx';
import type { Happened } from '#ui/timeline.tsx';
import { stagesInForce } from '../../../plan/rules.ts';
import type { CellSeen, Story } from '../../rules.ts';
import type { Dossier } from '../../schema.ts';
import { nameOf } from './shown.tsx';

interface Dated extends Happened {
  readonly day: PlainDate;
}

/** The measure's life, newest on top; what is still to come stands above with a dotted mark. */
export function happened(lang: Lang, dossier: Dossier, story: Story, today: PlainDate): readonly Happened[] {
  const at = (day: PlainDate, what: Happened['what'], kind?: Happened['kind']): Dated => ({
    day,
    when: lang.shortDate(day),
    datetime: day,
    what,
    kind: day > today ? 'planned' : kind,
  });
  const events: Dated[] = [
    ...stagesInForce(dossier.stages).map((stage) =>
      at(
        stage.from_day,
        <>
          {lang.t(`plans.dossier.stage.${stage.stage}`)}: <Source text={stage.source} url={stage.source_url} />
        </>,
      ),
    ),
    ...story.amendments.map(({ row }) =>
      at(
        row.effective_on,
        <Link href={`#amendment-${row.id}`}>{lang.t('plans.dossier.amended_by', { decision: row.decision })}</Link>,
      ),
    ),
    ...story.cells.flatMap((cell) => cellEvents(lang, dossier, cell, at)),
    ...dossier.closures.map((closure) => {
      const milestone = dossier.milestones.find((row) => row.id === closure.milestone_id);
      return at(
        closure.done_on,
        lang.t('plans.dossier.milestone_done', { title: milestone ? lang.pick(milestone.title) : '' }),
      );
    }),
  ];
  if (dossier.withdrawal)
    events.push(
      at(
        dossier.withdrawal.on_day,
        <>
          <State lang={lang} kind="withdrawn" />{' '}
          <Source text={dossier.withdrawal.decision} url={dossier.withdrawal.decision_url} />
        </>,
      ),
    );
  const due = story.now.due_on;
  if (due)
    events.push(
      at(
        due,
        due < today && story.sum.late ? (
          <State lang={lang} kind="late">
            {lang.t('plans.dossier.due_passed')}
          </State>
        ) : (
          lang.t('plans.dossier.due_day')
        ),
      ),
    );
  return events.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

type Dater = (day: PlainDate, what: Happened['what'], kind?: Happened['kind']) => Dated;

function cellEvents(lang: Lang, dossier: Dossier, cell: CellSeen, at: Dater): readonly Dated[] {
  const name = nameOf(lang, dossier, cell.row.body_id);
  return [
    ...cell.updates.map(({ row }) =>
      at(row.on_day, lang.t('plans.dossier.event.reported', { name, state: stateWord(lang, row.state) }), 'executor'),
    ),
    ...cell.evaluations
      .filter((evaluation) => evaluation.published)
      .map(({ row }) =>
        at(
          row.publishes_on,
          lang.t('plans.dossier.event.evaluated', {
            name: nameOf(lang, dossier, row.author_body_id),
            state:
              row.completion === 'no_evidence' ? lang.t('plans.overview.no_evidence') : stateWord(lang, row.completion),
          }),
          'civil',
        ),
      ),
    ...cell.evaluations
      .filter((evaluation) => evaluation.published && evaluation.reply)
      .map(({ reply }) => at(reply!.on_day, lang.t('plans.dossier.event.replied', { name }), 'executor')),
  ];
}

const Source = ({ text, url }: { readonly text: string; readonly url: string | null }) =>
  url ? <Link href={url}>{text}</Link> : <>{text}</>;
