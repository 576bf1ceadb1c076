import { ballotDecides } from '#modules/ballots/contract.ts';
import { versionNamed } from '#modules/forum/contract.ts';
import type { ForumNeeds } from '#modules/forum/schema.ts';
import type { MeetingNeeds } from '#modules/meetings/schema.ts';
import { DraftPanel, toldOf } from '#modules/participation/contract.ts';

/** On the page of a document: what everybody can still say, and which responses are still owed, also once it is adopted. */
export const consultedOn: ForumNeeds['onVersion'] = async (web, { document, adopted }) => {
  const { db, forum, lang, at, sight, today } = web;
  if (!sight.shows('consultations')) return null;
  return DraftPanel({ lang, at: (path) => at(path), today, adopted, told: await toldOf(db, forum.id, document) });
};

/** The same on the page of the decision by which a ballot adopted the document: what is owed stays owed. */
export const owedByDecision: MeetingNeeds['onBallot'] = async (web, ballot) => {
  const id = await ballotDecides(web.db, web.forum.id, ballot);
  const version = id && (await versionNamed(web.db, web.forum.id, id));
  return version ? consultedOn(web, { document: version.of, adopted: version.adopted }) : null;
};
