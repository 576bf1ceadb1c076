import { type Message, message } from '#core/i18n/message.ts';
import type { Rulebook } from '#modules/forum/contract.ts';
import { candidateOf, fillingFault, fillingOf } from '../filling/rules.ts';
import type { Ballot, Secrecy } from '../schema.ts';
import type { Written } from './forms.ts';

/** Elections of people are secret and all else is open, where the documents say nothing of it. */
const USUAL = { elections: 'secret', others: 'open' } as const;

/** How secret the rules of a day want such a ballot, and by which article; null: they say nothing, and it is as usual. */
export function secrecyBy(
  { rules }: Rulebook,
  decision: Written['decision'],
): { readonly secrecy: Secrecy; readonly article: string | null } {
  const of = decision === 'election' ? 'elections' : 'others';
  const rule = rules.secrecy;
  return rule ? { secrecy: rule.value[of], article: rule.article } : { secrecy: USUAL[of], article: null };
}

/** Why it cannot be written so, at the field that is wrong; null: it can. */
export function writtenFault(given: Written, book: Rulebook): { field: string; message: Message } | null {
  const wanted = secrecyBy(book, given.decision);
  if (given.secrecy !== wanted.secrecy && !given.secrecyReason) {
    const what = wanted.article
      ? message('ballots.writing.wrong.secrecy', { article: wanted.article, secrecy: wanted.secrecy })
      : message('ballots.writing.wrong.secrecy_usual', { secrecy: wanted.secrecy });
    return { field: 'secrecy_reason_az', message: what };
  }
  if (given.kind === 'motion' && given.decision === 'election')
    return { field: 'kind', message: message('ballots.writing.wrong.motion_election') };
  if (
    (given.decides?.what === 'version' || given.decides?.what === 'founding') &&
    (given.kind !== 'motion' || given.decision !== 'documents')
  )
    return { field: 'version', message: message('ballots.writing.wrong.version_decision') };
  const filling = fillingFault(given);
  if (filling) return filling;
  if (given.secrecy === 'open' && given.mode === 'paper')
    return { field: 'secrecy', message: message('ballots.writing.wrong.open_paper') };
  return null;
}

/** Ids of the options that stand in the next round, in their order: those of the tie or of the second round, else all. */
export function leftOf({ closure, options }: Pick<Ballot, 'closure' | 'options'>): readonly string[] {
  const between = closure?.result.between ?? [];
  return options.map(({ id }) => id).filter((id) => between.length === 0 || between.includes(id));
}

/** The next vote of an election that asks for one, at the same item: all is taken over, of options those that are left. */
export function nextRound(ballot: Ballot): Written | null {
  const verdict = ballot.closure?.result.verdict;
  if ((verdict !== 'second_round' && verdict !== 'again') || ballot.againOf !== null) return null;
  const left = leftOf(ballot);
  const filling = fillingOf(ballot);
  const { title, words, kind, method, decision, secrecy, secrecyReason, mode, about, meeting, item } = ballot;
  const stands = filling ? left.flatMap((option) => candidateOf(filling, option) ?? []) : [];
  return {
    ...{ title, words, kind, method, decision, secrecy, secrecyReason, mode, about: [...about], meeting, item },
    decides: filling
      ? { ...filling, stands: stands.map(({ seat, as }) => ({ seat, as })) }
      : ballot.decides?.what === 'version'
        ? ballot.decides
        : null,
    ...{ againOf: ballot.id, closesAt: null, origin: 'desk' },
    options: filling ? [] : ballot.options.filter(({ id }) => left.includes(id)).map(({ label }) => label),
  };
}
