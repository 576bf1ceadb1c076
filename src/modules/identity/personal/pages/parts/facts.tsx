import type { Lang } from '#core/i18n/lang.ts';
import type { Fact } from '#ui/facts.tsx';
import type { Person } from '../../../schema.ts';

/** Counted and said, so that each kind of row about a person stands on the page. */
export interface HeldInWords {
  readonly person: Person;
  readonly since: string;
  readonly roles: readonly string[];
  readonly sessions: readonly string[];
  readonly links: number;
  readonly ways: readonly string[];
  readonly deeds: readonly string[];
  readonly assisted: readonly string[];
  readonly corrections: readonly string[];
  readonly marks: readonly string[];
  readonly waitingEmail: string | null;
}

export function ownFacts(lang: Lang, held: HeldInWords): readonly Fact[] {
  const nothing = lang.t('identity.me.nothing');
  const several = (lines: readonly string[]) =>
    lines.length === 0 ? nothing : lines.map((line) => <div key={line}>{line}</div>);
  const { person } = held;
  return [
    { name: lang.t('identity.field.name'), value: lang.pick(person.name) },
    { name: lang.t('identity.people.language'), value: lang.t(`core.language.${person.language}`) },
    {
      name: lang.t('identity.field.email'),
      value: held.waitingEmail
        ? lang.t('identity.personal.email_waiting', { email: held.waitingEmail })
        : (person.email ?? nothing),
    },
    { name: lang.t('identity.field.phone'), value: person.phone ?? nothing },
    { name: lang.t('identity.person.since'), value: held.since },
    { name: lang.t('identity.me.roles'), value: several(held.roles) },
    { name: lang.t('identity.personal.sessions'), value: several(held.sessions) },
    { name: lang.t('identity.personal.ways'), value: several(held.ways) },
    { name: lang.t('identity.personal.links'), value: lang.number(held.links) },
    { name: lang.t('identity.personal.deeds'), value: several(held.deeds) },
    { name: lang.t('identity.personal.assisted'), value: several(held.assisted) },
    { name: lang.t('identity.personal.corrections'), value: several(held.corrections) },
    { name: lang.t('identity.personal.marks'), value: several(held.marks) },
  ];
}
