import type { Module } from '#core/module.ts';

/** The forum itself: its members and seats, its founding documents and rules. */
export function forumModule(): Module {
  return { name: 'forum', routes: [], commands: [], entries: {} };
}
