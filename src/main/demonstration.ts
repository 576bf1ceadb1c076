import { admit } from '#core/files/admit.ts';
import { factsOf } from '#core/files/facts.ts';
import { performAll } from '#core/house.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { dayIn } from '#core/time/plain-date.ts';
import type { IdentityNeeds } from '#modules/identity/contract.ts';
import { ballotNeeds } from './ballot-needs.ts';
import type { Materials } from './materials.ts';

/** What it is brought into. */
export interface ExampleOf {
  readonly materials: Materials;
  readonly identity: IdentityNeeds;
}

/** Brings the demonstration world in, all or nothing, counted from today; the embedded database is tidied afterwards. */
export async function bringExample({ materials, identity }: ExampleOf, language: LanguageCode): Promise<void> {
  // Loaded with the first demonstration: its facts are a tenth of the program, and most starts bring none in.
  const { loadDemonstration } = await import('#modules/home/samples.ts');
  const { house, forums, files, langs, reloadForums } = materials;
  const forum = forums.reference;
  await loadDemonstration({
    together: (work) => performAll(house, { forum, lang: language }, work),
    keepFile: async (bytes, claimedName) => {
      const admitted = await admit(bytes, claimedName, 'evidence');
      if (!admitted.ok) throw new Error(`a drawn file was refused: ${JSON.stringify(admitted.refusal)}`);
      await files.keep(admitted.value);
      return factsOf(admitted.value);
    },
    identity,
    ballots: ballotNeeds(identity),
    lang: (code) => langs[code],
    language,
    reference: forum,
    today: dayIn(forum.zone, house.clock.now()),
  });
  await house.database.maintain();
  await reloadForums();
}
