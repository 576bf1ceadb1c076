import type { Ctx } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { IdentityNeeds } from '../../schema.ts';
import { holdPerson, type PersonFacts, whyNotWritten, writeEnd, writePerson, writeRole } from '../commands.ts';
import type { RoleAsked } from '../forms.ts';
import { findPersonOf, findRole, rolesOfPerson } from '../queries.ts';
import { roleState } from '../rules.ts';

const wrong = (what: Message) => refuseFields([{ field: 'person', message: what }]);

/** Somebody who is written down already, or who is written down with this deed. */
type Somebody = { readonly id: string } | { readonly facts: PersonFacts };

/**
 * For a higher room whose rows say who may act for a body (mandates for seats): gives and ends the role that follows,
 * inside that room's transaction and under its entry. Asks no permission: the deed around has asked.
 */
export const derivedRoles = (needs: IdentityNeeds) => ({
  /** Writes the role; one that the person holds for that body already is taken over. */
  give: async (ctx: Ctx, who: Somebody, asked: RoleAsked): Promise<Result<{ person: string; role: string }>> => {
    if ('facts' in who) {
      const fault = await whyNotWritten(needs, ctx, who.facts);
      if (fault) return fault;
      const person = uuidv7(ctx.now);
      await writePerson(ctx, person, who.facts);
      return ok({ person, role: await writeRole(ctx, { ...asked, person }) });
    }
    const person = await findPersonOf(ctx.db, ctx.forum.id, who.id);
    if (!person || person.demonstration !== ctx.forum.demonstration)
      return wrong(message('identity.refused.no_person'));
    if (person.closedAt) return wrong(message('identity.refused.closed'));
    // Given twice at the same moment it would outlast its end: one goes after the other.
    await holdPerson(ctx, person.id);
    for (const held of await rolesOfPerson(ctx.db, person.id, ctx.forum.id))
      if (held.role === asked.role && held.body === asked.body && roleState(held, ctx.today) === 'held')
        await writeEnd(ctx, { ...held, person: person.id });
    return ok({ person: person.id, role: await writeRole(ctx, { ...asked, person: person.id }) });
  },
  /** The role counts until this day; when that is past, it ends at once. Gives the id under which it goes on. */
  bound: async (ctx: Ctx, id: string, last: PlainDate): Promise<string> => {
    const role = await findRole(ctx.db, ctx.forum.id, id);
    if (!role || ['past', 'ended'].includes(roleState(role, ctx.today))) return id;
    await writeEnd(ctx, role);
    if (last < ctx.today) return id;
    const from = role.from > last ? last : role.from;
    return writeRole(ctx, { person: role.person, role: role.role, body: role.body, from, to: last });
  },
});
export type RoleDesk = ReturnType<typeof derivedRoles>;
