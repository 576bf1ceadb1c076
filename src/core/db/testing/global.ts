import type { TestProject } from 'vitest/node';
import { Desk } from './desk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for a database on the test server. */
    databaseDesk: string;
  }
}

/** Vitest's global set-up: opens the desk, which starts a server when a suite asks for one, and ends it after the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const desk = await Desk.open();
  project.provide('databaseDesk', desk.address);
  return () => desk.close();
}
