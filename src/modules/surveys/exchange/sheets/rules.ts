import { distance } from '#core/i18n/names.ts';

/** Sheets whose name is nearly the wanted one; a leading "_" says that the author means another thing. */
export const similarSheet = (wanted: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => {
    const small = name.toLowerCase();
    return small !== wanted && !small.startsWith('_') && distance(small, wanted, 2) <= 2;
  });
