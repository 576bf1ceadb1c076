import { dayIn } from '#core/time/plain-date.ts';
import { firstLink } from '#modules/identity/contract.ts';
import type { Assembly } from './assembly.ts';

/**
 * The address of the one-time sign-in of the first coordinator, below the origin by which we are reached; null when
 * somebody came in already (unless asked `again`).
 */
export async function printFirstLink(
  { house, forums, langs, config }: Assembly,
  { origin = config.publicUrl, again = false }: { readonly origin?: string; readonly again?: boolean } = {},
): Promise<string | null> {
  const now = house.clock.now();
  const language = 'az';
  const name = Object.fromEntries(Object.values(langs).map((lang) => [lang.code, lang.t('core.first_coordinator')]));
  const link = await house.database.transaction((trx) =>
    firstLink(trx, { now, today: dayIn(forums.reference.zone, now), language, name, again }),
  );
  return link ? `${origin}${link.path}` : null;
}
