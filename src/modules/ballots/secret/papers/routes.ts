import { createHash } from 'node:crypto';
import type { Seal } from '#core/blind-signatures/seal.ts';
import { blindSign, SIGNATURE_BYTES } from '#core/blind-signatures/signer.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { type Answer, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { mayCome } from '../../access.ts';
import { ballotByNumber, rollOf } from '../../queries.ts';
import type { Ballot, BallotNeeds } from '../../schema.ts';
import { sealedKey, urnOfBlinded, urnsOf } from '../queries.ts';
import { bytesOf, isSecretRemote, sealedFor, urnOf } from '../rules.ts';
import { takePaper } from './commands.ts';

/** Where a seat has its paper signed, by the script of the voting page. */
export function paperRoutes(needs: BallotNeeds, seal: Seal): readonly Route[] {
  const take = takePaper(needs);
  return [
    post('/ballots/:number/secret/papers', async (web) => {
      const signed = await signedBlind(web, seal, take);
      if (!signed.ok) return refused(signed.refusal);
      return json({ signature: signed.value });
    }),
  ];
}

export const json = (value: unknown): Answer => ({
  ...{ kind: 'file', type: 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

const unreadable = refuse('bad_input', message('ballots.secret.refused.blinded'));
const over = refuse('conflict', message('ballots.secret.refused.closed'));

/**
 * The blind signature in base64url. It is made before the seat's paper is written down, so that what cannot be signed
 * spends nothing; and whoever shows what was signed before is answered the same again, without being asked who they are:
 * nobody else can do anything with it.
 */
async function signedBlind(web: Web, seal: Seal, take: ReturnType<typeof takePaper>): Promise<Result<string>> {
  const { db, forum } = web;
  const ballot = await ballotByNumber(db, forum.id, web.params.number ?? '');
  if (!ballot || !isSecretRemote(ballot)) return refuse('not_found', message('ballots.unknown'));
  const posted = await web.posted();
  if (!posted.ok) return posted;
  const blinded = bytesOf(posted.value.text('blinded'));
  if (blinded?.length !== SIGNATURE_BYTES) return unreadable;
  const hash = createHash('sha256').update(blinded).digest('hex');
  const before = await urnOfBlinded(db, forum.id, ballot.id, hash);
  if (before) return signIn(web, seal, ballot, before.constituency, blinded);
  const may = mayCome(web.actor, forum);
  if (!may.may) return refuse(web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', may.reason);
  const key = posted.value.text('seat');
  const row = (await rollOf(db, forum.id, ballot.id)).find((one) => one.key === key);
  if (!row) return refuse('not_found', message('ballots.secret.refused.seat'));
  const urns = await urnsOf(db, forum.id, ballot.id);
  const urn = urnOf(
    urns.map(({ constituency }) => constituency),
    row,
  );
  if (urn === null) return over;
  const signed = await signIn(web, seal, ballot, urn, blinded);
  if (!signed.ok) return signed;
  const taken = await web.perform(take, { ballot: ballot.id, key: row.key, blinded: hash });
  return taken.ok ? signed : taken;
}

async function signIn(
  { db, forum }: Web,
  seal: Seal,
  ballot: Ballot,
  urn: string,
  blinded: Uint8Array,
): Promise<Result<string>> {
  const sealed = await sealedKey(db, forum.id, ballot.id, urn);
  if (sealed === null) return over;
  const signed = blindSign(seal.open(sealed, sealedFor(ballot.id, urn)), blinded);
  return signed ? ok(signed.toString('base64url')) : unreadable;
}
