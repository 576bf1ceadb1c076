import type { Seal } from '#core/blind-signatures/seal.ts';
import { newBlindKeys } from '#core/blind-signatures/signer.ts';
import { ok, type Result } from '#core/errors/result.ts';
import type { Web } from '#core/http/route.ts';
import { electorateOn } from '#modules/forum/contract.ts';
import type { Ballot } from '../../schema.ts';
import { isSecretRemote, sealedFor, urnsFor } from '../rules.ts';
import type { NewUrn } from '../schema.ts';
import { prepareUrns } from './commands.ts';

/**
 * The step before the opening of a secret ballot from afar: keys are made here, outside of any transaction, and kept with
 * their private half closed. Nothing is done for other ballots.
 */
export async function prepareWith(web: Web, seal: Seal, ballot: Ballot): Promise<Result<unknown>> {
  if (!isSecretRemote(ballot)) return ok(null);
  const { book, voters } = await electorateOn(web.db, web.forum.id, web.today);
  const urns = await newUrns(seal, ballot.id, urnsFor(book, ballot.decision, voters));
  return web.perform(prepareUrns, { ballot: ballot.id, urns });
}

/** One after the other: each takes a thread for some hundred milliseconds. */
export async function newUrns(seal: Seal, ballot: string, constituencies: readonly string[]): Promise<NewUrn[]> {
  const urns: NewUrn[] = [];
  for (const constituency of constituencies) {
    const { publicKey, privateKey } = await newBlindKeys();
    const sealed = seal.close(privateKey, sealedFor(ballot, constituency));
    urns.push({ constituency, publicKey: publicKey.toString('base64url'), sealed });
  }
  return urns;
}
