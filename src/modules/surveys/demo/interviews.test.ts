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

it('the second time the rates are those that stand as measured numbers in the plan', () => {
  const again = Array.from({ length: RESPONDENTS }, (_, i) => demoInterview(i, 'second'));
  const yes = (block: string, name: string, what = 'yes'): number =>
    again.filter((one) => of(one, block, name).split(' ').includes(what)).length;
  expect({
    aware: yes('awareness', 'aware'),
    eservices: yes('eservices', 'uses_eservices'),
    portal: yes('eservices', 'knows_portal'),
    mobile: yes('eservices', 'mobile_pages'),
    platform: yes('participation', 'knows_platform', 'partly'),
    public_councils: yes('participation', 'public_councils'),
    ngos: yes('participation', 'knows_ngos'),
    reports: yes('municipality', 'municipal_reports'),
  }).toEqual({
    ...{ aware: 24, eservices: 29, portal: 19, mobile: 13, platform: 21, public_councils: 17, ngos: 46, reports: 42 },
  });
});
