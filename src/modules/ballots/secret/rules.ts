import { codeFrom } from '#core/typed-code.ts';
import type { Rulebook, Voters } from '#modules/forum/contract.ts';
import { seatObject } from '../rules.ts';
import type { Ballot, RollRow } from '../schema.ts';
import { messageFor } from '../verifying/papers/rules.ts';
import type { UrnVote, Weakness } from './schema.ts';

/** The name of the urn of all together. */
export const ALL = '';

/** Papers come by the network, and nobody may learn whose is whose. */
export const isSecretRemote = ({ secrecy, mode }: Pick<Ballot, 'secrecy' | 'mode'>): boolean =>
  secrecy === 'secret' && (mode === 'online' || mode === 'correspondence' || mode === 'mixed');

/**
 * Which urns a ballot needs: one of all together, because the more papers lie in one the less each tells; one for each
 * constituency where the rules ask for a majority in each (double majority), because else nobody could count it.
 */
export function urnsFor(
  book: Rulebook,
  decision: Ballot['decision'],
  voters: readonly Pick<Voters, 'constituency' | 'filled'>[],
): readonly string[] {
  const majority = book.rules[decision] ?? book.rules.ordinary;
  if (!majority?.value.each) return [ALL];
  return voters.filter(({ filled }) => filled > 0).map(({ constituency }) => constituency);
}

/** Into which of these urns a seat's paper goes; null: into none. */
export const urnOf = (urns: readonly string[], { constituency }: Pick<RollRow, 'constituency'>): string | null =>
  urns.find((urn) => urn === ALL || urn === constituency) ?? null;

/** By which command a seat takes its paper; links and codes for secret ballots are made for it. */
export const PAPER_DEED = 'ballots.take_paper';

/** The paper of one seat: what such a link is for. */
export const paperObject = (ballot: string, key: string): string => seatObject(PAPER_DEED, ballot, key);

/**
 * Fewer papers than this in one urn are a weak secret: where four of five voters think alike, all of ten papers say the
 * same in more than one case of ten (0.8^10 + 0.2^10), and then everybody knows how everybody voted (docs/method.md).
 */
const FEW = 11;

/** Urns into which so few can vote that their result may tell who said what. */
export function weakUrns(urns: readonly string[], roll: readonly RollRow[]): readonly Weakness[] {
  const may = roll.filter(({ filled, recused }) => filled && recused !== 'seat');
  return urns
    .map((constituency) => ({
      constituency,
      voters: may.filter((row) => urnOf([constituency], row) !== null).length,
    }))
    .filter(({ voters }) => voters < FEW);
}

/** Urns whose papers all say the same: whoever voted is known to have said it. */
export function unanimousUrns(votes: readonly UrnVote[]): readonly Weakness[] {
  const urns = [...new Set(votes.map(({ constituency }) => constituency))];
  return urns
    .map((constituency) => ({ constituency, slips: votes.filter((vote) => vote.constituency === constituency) }))
    .filter(({ slips }) => new Set(slips.map(({ slip }) => JSON.stringify(slip))).size === 1)
    .map(({ constituency, slips }) => ({ constituency, voters: slips.length }));
}

const TRACKER_LETTERS = 12;

/** The code by which a voter finds the own vote after the closing: "K3F7-9QXM-2HTR", 60 bits of the paper's id. */
export function trackerOf(id: string): string {
  const bytes = (id.match(/../g) ?? []).slice(0, TRACKER_LETTERS).map((pair) => Number.parseInt(pair, 16));
  return (codeFrom(Uint8Array.from(bytes)).match(/.{4}/g) ?? []).join('-');
}

/** Bytes that chance puts before the message (RFC 9474, section 4.1). */
const RANDOM = 32;

/** The urn that a prepared message names; null: it is no paper of this ballot. */
export function urnNamed(prepared: Uint8Array, ballot: string, urns: readonly string[]): string | null {
  if (prepared.length < RANDOM) return null;
  const message = new TextDecoder().decode(prepared.subarray(RANDOM));
  return urns.find((urn) => message === messageFor(ballot, urn)) ?? null;
}

/** base64url as exactly one text of its bytes; null: it is none, or it is longer than anything we ask for. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text) || text.length > 1_000 || text.length % 4 === 1) return null;
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** What a closed key is bound to: it opens for this urn of this ballot only. */
export const sealedFor = (ballot: string, constituency: string): string => `secret ballot ${ballot} ${constituency}`;
