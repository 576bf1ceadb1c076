import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Visitor } from './browser.ts';
import type { House } from './house.ts';
import { wordsOf } from './words.ts';

/** Forum of the demonstration in which everything is made up. */
export const LIVING = 'durnasu';
export const LOCAL_PLAN = 'local';

export type Role = 'coordinator' | 'secretary' | 'member' | 'executor' | 'evaluator';

/** One press in the banner of the demonstration. */
export async function lookAs(
  visitor: Visitor,
  house: Pick<House, 'origin'>,
  role: Role,
  code: LanguageCode = 'az',
): Promise<void> {
  const lang = wordsOf(code);
  await visitor.tab.goto(`${house.origin}/${code}/${LIVING}`);
  await visitor.tab
    .getByRole('complementary', { name: lang.t('ui.demonstration') })
    .getByRole('button', { name: lang.t(`identity.role.${role}`), exact: true })
    .click();
}

/** The visitor's cookies as a header, for walking without a browser. */
export const cookieOf = async (visitor: Visitor): Promise<string> =>
  (await visitor.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
