import type { Locator, Page as Tab } from 'playwright-core';

/** The field whose label begins with these words; a mark like "(may stay empty)" may follow. The first one of several. */
export const field = (within: Tab | Locator, label: string): Locator =>
  within.getByLabel(new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)).first();

export const press = (within: Tab | Locator, deed: string): Promise<void> =>
  within.getByRole('button', { name: deed, exact: true }).click();
