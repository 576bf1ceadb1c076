import { expect, it } from 'vitest';
import type { Answers } from '../questionnaires/schema.ts';
import { type DemoInterview, demoInterview, RESPONDENTS } from './interviews.ts';

const all = Array.from({ length: RESPONDENTS }, (_, i) => demoInterview(i));
const of = ({ answers }: DemoInterview, block: string, name: string): string =>
  String((answers[`block_${block}`] as Answers)[name] ?? '');
const saying = (block: string, name: string, what: string): number =>
  all.filter((one) => of(one, block, name).split(' ').includes(what)).length;

it('the made-up rates are those that the demonstration promises', () => {
  expect({
    aware: saying('awareness', 'aware', 'yes'),
    eservices: saying('eservices', 'uses_eservices', 'yes'),
    portal: saying('eservices', 'knows_portal', 'yes'),
    mobile: saying('eservices', 'mobile_pages', 'yes'),
    platform: saying('participation', 'knows_platform', 'partly'),
    councils: saying('participation', 'public_councils', 'yes'),
    ngos: saying('participation', 'knows_ngos', 'yes'),
    reports: saying('municipality', 'municipal_reports', 'yes'),
  }).toEqual({ aware: 13, eservices: 22, portal: 8, mobile: 9, platform: 12, councils: 15, ngos: 46, reports: 40 });
  expect(
    ['tv', 'press', 'meeting', 'teahouse', 'mourning'].map((way) => saying('awareness', 'heard_from', way)),
  ).toEqual([8, 7, 6, 5, 5]);
});

it('terminals stand in 2 of 15 communities, and everybody there says the same', () => {
  const told = new Map<string, Set<string>>();
  for (const one of all) told.set(one.place, (told.get(one.place) ?? new Set()).add(of(one, 'eservices', 'terminals')));
  expect(told.size).toBe(15);
  expect([...told.values()].map((said) => [...said].join()).toSorted()).toEqual([...Array(13).fill('0'), '1', '1']);
});

it('mostly representatives and members of NGOs have heard of the initiative', () => {
  const aware = all.filter((one) => of(one, 'awareness', 'aware') === 'yes').map(({ group }) => group);
  expect(aware.filter((group) => group === 'representative' || group === 'ngo')).toHaveLength(10);
});
