import { type Actor, holds } from '#core/actor.ts';
import { no, type Verdict, YES } from '#core/command.ts';
import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';

/**
 * Who may add and correct places and bodies: in a living forum its coordinator, secretary or an operator; in the
 * national register and in a record of the past only an operator.
 */
export function mayKeepPlaces(actor: Actor, forum: Pick<Forum, 'id' | 'kind'>): Verdict {
  if (actor.kind === 'system' || holds(actor, 'operator', forum.id)) return YES;
  if (forum.kind === 'reference') return no(message('places.denied.register'));
  if (forum.kind === 'record') return no(message('places.denied.record'));
  if (holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id)) return YES;
  return no(message('places.denied.keeper'));
}

/** Whose deed each command is, for the page "who may do what". */
export const PLACES_DOES: DeedsDeclared = {
  title: 'places.doing',
  deeds: [
    ...deedsOf(
      ['secretary', 'coordinator', 'operator'],
      [
        'places.does.add_body',
        'places.does.add_place',
        'places.does.close_body',
        'places.does.close_place',
        'places.does.correct_body',
        'places.does.correct_place',
        'places.does.merge_places',
        'places.does.record_population',
        'places.does.reopen_body',
        'places.does.reopen_place',
        'places.does.set_area',
        'places.does.stage_import',
        'places.does.withdraw_population',
        'places.does.write_import',
      ],
    ),
  ],
};
