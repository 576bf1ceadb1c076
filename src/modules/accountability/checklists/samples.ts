import type { Actor } from '#core/actor.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_CHECKS } from '../demo/checks.ts';
import { checkItem, seeSocialPage } from './commands.ts';
import type { Found, Network } from './schema.ts';

/** One check of a body, as a form gives it. */
const found = (body: string, item: string, checkedOn: PlainDate) => ({
  ...{ body, item, found: 'published' as Found, checkedOn, datedOn: null as PlainDate | null },
  ...{ url: 'https://belediyye.example/budce' as string | null, copy: null, note: null },
});

/** One input of the right shape for each command on checklists, by its name. */
export const checklistInputs = ({ body, today }: { readonly body: string; readonly today: PlainDate }) => ({
  'accountability.checklists.check': found(body, 'budget', today),
  'accountability.checklists.see_page': {
    ...{ body, network: 'facebook' as Network, url: 'https://belediyye.example/fb', checkedOn: today, newestOn: null },
  },
});

interface CheckedWorld {
  readonly together: Together;
  readonly today: PlainDate;
  /** Ids of bodies by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
}

/** Loads the demonstration's checks of two bodies, and a page in a social network that fell asleep. */
export async function loadChecks({ together, today, bodies, coordinator }: CheckedWorld): Promise<void> {
  together.as(coordinator);
  for (const { body, on, items } of DEMO_CHECKS) {
    together.at(addDays(today, on));
    const checkedOn = addDays(today, on);
    for (const [item, what, dated] of items) {
      const url = what === 'not_found' ? null : `https://${body.replaceAll('_', '-')}.example/${item}`;
      const datedOn = dated === undefined ? null : addDays(checkedOn, -dated);
      const made = await together.perform(checkItem, {
        ...{ ...found(bodies.get(body)!, item, checkedOn), found: what, url, datedOn },
      });
      if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
    }
    const seen = { network: 'facebook' as const, url: `https://social.example/${body}`, checkedOn };
    await together.perform(seeSocialPage, { ...seen, body: bodies.get(body)!, newestOn: addDays(checkedOn, -130) });
  }
  together.at(null);
  together.as(null);
}
