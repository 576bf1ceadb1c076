import { createHash, randomBytes } from 'node:crypto';
import { type Actor, NOBODY } from '#core/actor.ts';
import { ask, finish } from '#core/blind-signatures/asker.ts';
import { sealOf } from '#core/blind-signatures/seal.ts';
import { blindSign, newBlindKeys } from '#core/blind-signatures/signer.ts';
import type { Together } from '#core/house.ts';
import { openBallot } from '../opening/commands.ts';
import { rollOf } from '../queries.ts';
import type { BallotId, BallotNeeds } from '../schema.ts';
import { messageFor } from '../verifying/papers/rules.ts';
import { takePaper } from './papers/commands.ts';
import { ALL, sealedFor } from './rules.ts';
import type { SecretSlip } from './schema.ts';
import { prepareUrns } from './urns/commands.ts';
import { castSecretly } from './votes/commands.ts';

interface SecretWorld {
  readonly together: Together;
  readonly forum: string;
  readonly needs: BallotNeeds;
  /** Who speaks for an organisation, by its id. */
  readonly member: (body: string) => Actor;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/**
 * Opens a made-up ballot with one urn and lets its seats vote as their browsers would, one paper after the other.
 * `slipOf`: what the seat of a number says; null: takes no paper. What is refused is thrown by `together`.
 */
export async function votedInSecret(
  { together, forum, needs, member }: SecretWorld,
  ballot: BallotId,
  slipOf: (seat: number) => SecretSlip | null,
): Promise<void> {
  const keys = await newBlindKeys();
  const publicKey = new Uint8Array(keys.publicKey);
  // Closed under a key that nobody keeps: every paper is signed here, before the ballot of the demonstration is closed.
  const sealed = sealOf(randomBytes(32)).close(keys.privateKey, sealedFor(ballot, ALL));
  await together.perform(prepareUrns, {
    ballot,
    urns: [{ constituency: ALL, publicKey: base64(publicKey), sealed }],
  });
  await together.perform(openBallot(needs), { ballot });
  const message = new TextEncoder().encode(messageFor(ballot, ALL));
  for (const { key, number, body, filled, recused } of await rollOf(together.db, forum, ballot)) {
    const slip = slipOf(number);
    if (!slip || !body || !filled || recused !== 'nobody') continue;
    const asking = await ask(publicKey, message);
    together.as(member(body));
    const blinded = createHash('sha256').update(asking.blinded).digest('hex');
    await together.perform(takePaper(needs), { ballot, key, blinded });
    const signature = await finish(publicKey, asking, new Uint8Array(blindSign(keys.privateKey, asking.blinded)!));
    together.as(NOBODY);
    const paper = { prepared: base64(asking.prepared), signature: base64(signature) };
    await together.perform(castSecretly, { ballot, ...paper, slip });
  }
}
