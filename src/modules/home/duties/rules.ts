import type { Duty, DutySeen } from './schema.ts';

const PERSONAL_DATA = 'Fərdi məlumatlar haqqında Qanun, 11 may 2010, № 998-IIIQ';
const ACCESS = 'İnformasiya əldə etmək haqqında Qanun, 30 sentyabr 2005, № 1024-IIQ, maddə 24';

const duty = (id: string, law: string | null, read = false): Duty => ({ id, law, read });

/** What nobody needs a law for: asked where a country has no profile of its own, and in every profile. */
const EVERYWHERE: readonly Duty[] = [duty('owner', null), duty('told', null), duty('safe', null)];

/**
 * Duties of an operator before the first personal datum, by country. Terms of answering to requests were read in the
 * law of 2005 (articles 22-24); the law of 2010 was not readable when this was written, so each line of it says that a
 * lawyer must confirm it.
 */
const PROFILES: Readonly<Record<string, readonly Duty[]>> = {
  AZ: [
    duty('owner', PERSONAL_DATA),
    duty('registration', PERSONAL_DATA),
    duty('told', PERSONAL_DATA),
    duty('place', PERSONAL_DATA),
    duty('safe', PERSONAL_DATA),
    duty('answer_people', PERSONAL_DATA),
    duty('answer_requests', ACCESS, true),
  ],
};

export const dutiesOf = (country: string): readonly Duty[] => PROFILES[country] ?? EVERYWHERE;

/** May names and telephones be stored? Only when every duty was answered. */
export const allAnswered = (duties: readonly DutySeen[]): boolean => duties.every((one) => one.answer !== null);
