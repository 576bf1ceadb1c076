import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { type BallotNeeds, ballotFacts } from '#modules/ballots/contract.ts';
import { derivedRoles, type IdentityNeeds } from '#modules/identity/contract.ts';
import { sessionOf, writeDecision } from '#modules/meetings/contract.ts';

/** What a closed ballot decided goes into the register, with the article it ran under. */
const enterDecision: BallotNeeds['closed'] = async (ctx, ballot) => {
  const facts = await ballotFacts(ctx.db, ctx.forum.id, ballot);
  if (!facts?.result || !DECIDED.includes(facts.result.verdict)) return;
  const { result, id, number } = facts;
  const elected = facts.options.find((option) => option.id === result.option);
  await writeDecision(ctx, {
    ...{ on: ctx.today, words: elected ? both(facts.title, elected.label) : facts.words, kind: 'ballot' },
    ...{ meeting: facts.meeting, item: facts.item, ballot: { id, number }, corrects: null },
    ...{ document: result.outcome?.document ?? null, article: result.outcome?.article ?? null },
  });
};
const DECIDED: readonly string[] = ['adopted', 'elected'];
/** "Coordinator: Garden society", in every language in which both are written. */
const both = (title: Texts, label: Texts): Texts =>
  Object.fromEntries(
    LANGUAGES.flatMap((code) => {
      const words = [title[code], label[code]];
      return words.every(Boolean) ? [[code, words.join(': ')]] : [];
    }),
  );

/** What ballots need of the meetings above them, and of identity for offices that an election fills. */
export const ballotNeeds = (identity: IdentityNeeds): BallotNeeds => ({
  ...{ session: sessionOf, closed: enterDecision },
  ...{ roles: derivedRoles(identity), lang: identity.lang },
});
