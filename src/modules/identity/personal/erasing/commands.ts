import type { Ctx } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { personOf } from '#core/way.ts';
import type { AuthenticatorTables } from '../../authenticators/schema.ts';
import type { PasskeyTables } from '../../passkeys/schema.ts';
import type { PasswordTables } from '../../passwords/schema.ts';
import type { OutsideTables } from '../../providers/schema.ts';
import { ERASED_NAME } from '../rules.ts';
import type { Letter, PersonalTables } from '../schema.ts';

/**
 * Closes an account and takes away everything that tells who it was: name, e-mail, telephone, every way in, devices,
 * the reasons of assisted sessions. The id stays, because rows of the record point to it; it leads to no name any
 * more. Asks no permission: the command that calls it has asked its own. False: it was erased before.
 */
export async function eraseAll(ctx: Ctx, person: string, paper: Letter | null): Promise<boolean> {
  const tables = ctx.db.withTables<
    PersonalTables & AuthenticatorTables & PasswordTables & PasskeyTables & OutsideTables
  >();
  const me = personOf(ctx.actor);
  const by = me === person ? null : me;
  const erased = await tables
    .insertInto('identity_erasures')
    .values({
      ...{ person_id: person, erased_at: ctx.now, erased_by: by },
      ...{ paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
    })
    .onConflict((key) => key.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!erased) return false;
  await tables
    .insertInto('identity_closures')
    .values({ person_id: person, closed_at: ctx.now, closed_by: me })
    .onConflict((key) => key.doNothing())
    .execute();
  await tables
    .updateTable('identity_people')
    .set({ email: null, phone: null, name: json(ERASED_NAME) })
    .where('id', '=', person)
    .execute();
  await tables.updateTable('identity_assisted').set({ reason: '–' }).where('person_id', '=', person).execute();
  await tables
    .deleteFrom('identity_recoveries')
    .where('authenticator_id', 'in', (q) =>
      q.selectFrom('identity_authenticators').where('person_id', '=', person).select('id'),
    )
    .execute();
  await tables.deleteFrom('identity_authenticators').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_thresholds').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_passwords').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_challenges').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_passkeys').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_outsides').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_errands').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_links').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_sessions').where('person_id', '=', person).execute();
  await tables.deleteFrom('identity_email_changes').where('person_id', '=', person).execute();
  return true;
}
