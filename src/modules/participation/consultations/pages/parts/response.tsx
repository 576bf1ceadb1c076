import type { Lang } from '#core/i18n/lang.ts';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { State, type StateKind } from '#ui/state.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { NameOf } from '../../../questions/pages/parts/about.tsx';
import { TakeDown } from '../../../questions/pages/parts/answer.tsx';
import { latest, WITHHELD } from '../../rules.ts';
import type { Outcome, Response } from '../../schema.ts';
import type { Around } from './said.tsx';

const KIND: Readonly<Record<Outcome, StateKind>> = {
  accepted: 'complete',
  partly: 'substantial',
  not: 'withdrawn',
  there: 'complete',
  beyond: 'not_assessed',
};

/** What became of it, as a shape and words; no response: still owed. */
export const OutcomeChip = ({ lang, response }: { readonly lang: Lang; readonly response: Response | null }) => (
  <State lang={lang} kind={response ? KIND[latest(response).outcome] : 'not_started'}>
    {lang.t(`participation.consultations.outcome.${response ? latest(response).outcome : 'owed'}`)}
  </State>
);

/** Who answers: the office of the forum, or the organisation. */
export const Answerer = ({ consultation, ...around }: Pick<Around, 'lang' | 'at' | 'names' | 'consultation'>) =>
  consultation.office ? (
    <>
      {around.lang.pick(consultation.office)} (<NameOf {...around} id={consultation.body} />)
    </>
  ) : (
    <NameOf {...around} id={consultation.body} />
  );

/** The reasoned response; what was corrected later stands below with its day, and what it said before stays readable. */
export const ResponseSaid = ({ response, ...around }: Around & { readonly response: Response }) => {
  const { lang, withheld, takeDown } = around;
  const gone = withheld.of(WITHHELD.response, response.id);
  const now = latest(response);
  const { way, paper } = response;
  const isCorrected = response.corrections.length > 0;
  return (
    <Statement
      voice="executor"
      id="response"
      who={<Answerer {...around} />}
      when={lang.t('participation.questions.answered_on', { date: lang.date(response.on) })}
      state={<OutcomeChip lang={lang} response={response} />}
      foot={wayWords(lang, { way, ref: paper?.ref ?? null, day: paper?.day ?? null })}
    >
      {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={now.reason} />}
      {isCorrected && !gone ? <Earlier lang={lang} response={response} /> : null}
      <TakeDown lang={lang} href={gone ? null : (takeDown?.(WITHHELD.response, response.id) ?? null)} />
    </Statement>
  );
};

const Earlier = ({ lang, response }: { readonly lang: Lang; readonly response: Response }) => {
  const before = [response, ...response.corrections];
  return (
    <ul class="small">
      {response.corrections.map((correction, i) => (
        <li>
          {lang.t('participation.consultations.corrected', { date: lang.date(correction.on) })}{' '}
          {lang.pick(correction.why)}{' '}
          {lang.t('participation.consultations.said_before', {
            outcome: lang.t(`participation.consultations.outcome.${before[i]!.outcome}`),
            reason: lang.pick(before[i]!.reason),
          })}
        </li>
      ))}
    </ul>
  );
};
