import type { Module } from '#core/module.ts';

/** Meetings: called, prepared, held, minuted; the register of decisions. */
export function meetingsModule(): Module {
  return {
    name: 'meetings',
    routes: [],
    commands: [],
    entries: {},
  };
}
