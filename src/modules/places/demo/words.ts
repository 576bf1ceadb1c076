/** One text of the demonstration world in its three languages; none may be missing. */
export interface Words {
  readonly az: string;
  readonly en: string;
  readonly ru: string;
}

/**
 * A day counted from the day on which the demonstration is loaded: -54 is 54 days before it, 22 is 22 days after.
 * Everything invented plays relative to that day, so that the demonstration never looks abandoned.
 */
export type Days = number;

/** Where every invented number comes from, said wherever such a number is shown. */
export const MADE_UP: Words = {
  az: 'nümunə üçün uydurulmuş rəqəm',
  en: 'figure made up for the demonstration',
  ru: 'цифра придумана для демонстрации',
};
