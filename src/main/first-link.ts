import { dayIn } from '#core/time/plain-date.ts';
import { firstLink } from '#modules/identity/contract.ts';
import type { Assembly } from './assembly.ts';

/** The address of the one-time sign-in of the first coordinator; null when somebody came in already (unless asked again). */
export async function printFirstLink(assembly: Assembly, again = false): Promise<string | null> {
  const { house, forums, langs, config } = assembly;
  const now = house.clock.now();
  const language = 'az';
  const name = Object.fromEntries(Object.values(langs).map((lang) => [lang.code, lang.t('core.first_coordinator')]));
  const link = await house.database.transaction((trx) =>
    firstLink(trx, { now, today: dayIn(forums.reference.zone, now), language, name, again }),
  );
  return link ? `${config.publicUrl}${link.path}` : null;
}
