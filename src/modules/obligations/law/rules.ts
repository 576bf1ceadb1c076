import { message } from '#core/i18n/message.ts';
import { day } from '#core/time/plain-date.ts';
import type { Rule, Span } from '../schema.ts';

/** What all of these have in common unless they say otherwise. */
const COMMON = {
  version: 1,
  basisUrl: null,
  owedTo: message('obligations.law.to.requester'),
  extension: null,
  soonDays: 2,
  neverDays: 180,
  escalation: { days: 5, role: 'coordinator' },
  from: day('2005-09-30'),
  to: null,
} as const satisfies Partial<Rule>;

const days = (n: number): Span => ({ unit: 'working_days', n });

/**
 * Clocks of the law by country, and two that many platforms set themselves. Azerbaijan: Law 1024-IIQ of 30 September
 * 2005 on access to information, articles 23 and 24; law on appeals of citizens; duty of municipalities to report to
 * voters (yearly; its article was not read). OGP: Participation and Co-creation Standards of 24 November 2021, 5.1.
 */
const AZERBAIJAN: readonly Rule[] = [
  {
    ...COMMON,
    key: 'az.information.answer',
    title: message('obligations.law.answer'),
    basis: message('obligations.law.article', { article: '24.1, 24.5' }),
    span: days(7),
    extension: { span: days(7), most: 1 },
  },
  {
    ...COMMON,
    key: 'az.information.urgent',
    title: message('obligations.law.urgent'),
    basis: message('obligations.law.article', { article: '24.2' }),
    span: { unit: 'hours', n: 24 },
    soonDays: 1,
  },
  {
    ...COMMON,
    key: 'az.information.danger',
    title: message('obligations.law.danger'),
    basis: message('obligations.law.article', { article: '24.3' }),
    span: { unit: 'skipping_hours', n: 48 },
    soonDays: 1,
  },
  {
    ...COMMON,
    key: 'az.information.unclear',
    title: message('obligations.law.unclear'),
    basis: message('obligations.law.article', { article: '24.4' }),
    span: days(5),
  },
  {
    ...COMMON,
    key: 'az.information.forward',
    title: message('obligations.law.forward'),
    basis: message('obligations.law.article', { article: '23.1' }),
    span: days(5),
  },
  {
    ...COMMON,
    key: 'az.appeal.forward',
    title: message('obligations.law.appeal_forward'),
    basis: message('obligations.law.appeals'),
    span: days(3),
  },
  {
    ...COMMON,
    key: 'az.voters_report',
    title: message('obligations.law.voters_report'),
    basis: message('obligations.law.voters_basis'),
    owedTo: message('obligations.law.to.voters'),
    span: { unit: 'per_year', n: 1 },
    soonDays: 30,
  },
  {
    ...COMMON,
    key: 'ogp.results_meeting',
    title: message('obligations.law.results_meeting'),
    basis: message('obligations.law.ogp', { article: '5.1' }),
    owedTo: message('obligations.law.to.civil_society'),
    span: { unit: 'per_year', n: 2 },
    soonDays: 30,
    from: day('2022-01-01'),
  },
  {
    ...COMMON,
    key: 'platform.local_plan',
    title: message('obligations.law.local_plan'),
    basis: message('obligations.law.own_decision'),
    owedTo: message('obligations.law.to.communities'),
    span: { unit: 'months', n: 1 },
    soonDays: 7,
  },
];

const LAW: Readonly<Record<string, readonly Rule[]>> = { AZ: AZERBAIJAN };

/** The rules that hold in a country by law or by common practice, all versions. */
export const lawOf = (country: string): readonly Rule[] => LAW[country] ?? [];
