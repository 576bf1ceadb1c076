import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { withheldWords } from '#ui/withheld.tsx';
import { shortened } from '../../../voices/rules.ts';
import { citation, placePath, WITHHELD } from '../../rules.ts';
import type { Carried, Unit } from '../../schema.ts';
import { OutcomeChip } from './response.tsx';
import type { Around } from './said.tsx';

/** A comment or group with where it stands now. */
export interface Placed {
  readonly unit: Unit;
  readonly carried: Carried;
  /** Number of the version that the (first) comment was made on; null: the one shown. */
  readonly madeOn: number | null;
}

/** One line of the consultation's page: the words in short, what became of it, on which version it was said. */
export const UnitLine = ({ placed: { unit, carried, madeOn }, ...around }: Around & { readonly placed: Placed }) => {
  const { lang, at, consultation, withheld } = around;
  return (
    <li id={`p${unit.place}`}>
      <Link href={at(placePath(consultation, unit.place))}>{citation(consultation, unit.place)}</Link>{' '}
      <UnitWords {...around} unit={unit} withheld={withheld} />{' '}
      {unit.group ? (
        <span class="quiet">{lang.t('participation.consultations.n_comments', { n: unit.comments.length })} </span>
      ) : null}
      <OutcomeChip lang={lang} response={unit.response} />
      {madeOn === null ? null : (
        <>
          {' '}
          <small class="quiet">
            {lang.t(`participation.consultations.carried.${carried.kind}`, { version: madeOn })}
          </small>
        </>
      )}
    </li>
  );
};

const UnitWords = ({
  lang,
  unit,
  withheld,
}: Pick<Around, 'lang'> & { readonly unit: Unit; readonly withheld: WithheldThings }) => {
  const [first] = unit.comments;
  const gone = unit.group === null && first ? withheld.of(WITHHELD.comment, first.id) : null;
  if (gone) return <>{withheldWords(lang, gone)}</>;
  const chosen = lang.choose(unit.group?.gist ?? first?.text ?? {});
  return <ChosenText lang={lang} of={{ ...chosen, text: shortened(chosen.text) }} />;
};
