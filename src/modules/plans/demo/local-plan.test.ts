import { describe, expect, it } from 'vitest';
import * as bodies from '#modules/places/demo/bodies.ts';
import { type BodyKey, DEMO_BODIES } from '#modules/places/demo/bodies.ts';
import * as district from '#modules/places/demo/district.ts';
import { DEMO_COMMUNITIES, type LonLat } from '#modules/places/demo/district.ts';
import * as municipalities from '#modules/places/demo/municipalities.ts';
import { DEMO_MUNICIPALITIES } from '#modules/places/demo/municipalities.ts';
import * as outline from '#modules/places/demo/outline.ts';
import { DEMO_OUTLINE, DEMO_WATERS } from '#modules/places/demo/outline.ts';
import realNames from '#modules/places/demo/real-names.json' with { type: 'json' };
import * as evaluators from './evaluators.ts';
import { DEMO_EVALUATORS } from './evaluators.ts';
import * as findings from './findings.ts';
import { DEMO_FINDINGS } from './findings.ts';
import * as local from './local-plan.ts';
import {
  DEMO_AIMS,
  DEMO_DECISIONS,
  DEMO_FORUM,
  DEMO_MEASURES,
  DEMO_PLAN,
  DEMO_POINTS,
  DEMO_RECOMMENDATIONS,
} from './local-plan.ts';
import * as nationalRows from './national-measures.ts';
import { NATIONAL_AMENDMENT, NATIONAL_MEASURES } from './national-measures.ts';
import * as national from './national-plan.ts';
import { NATIONAL_BODIES, NATIONAL_PLAN, NATIONAL_POINTS } from './national-plan.ts';
import * as record2017 from './record-2017.ts';
import { RECORD_2017, RESEARCH_2017 } from './record-2017.ts';
import * as figures2017 from './record-2017-findings.ts';
import { REPORTED_FINDINGS_2017 } from './record-2017-findings.ts';
import * as record2022 from './record-2022.ts';
import { RECORD_2022, REPORTED_FINDINGS_2022 } from './record-2022.ts';
import type { DemoEvaluation, DemoEvidence, DemoExecutor, DemoMeasure, DemoUpdate } from './shape.ts';

const INVENTED = { bodies, district, municipalities, outline, evaluators, findings, local };
const REPORTED = { national, nationalRows, record2017, figures2017, record2022 };

interface Found {
  readonly path: string;
  readonly az: string;
  readonly en: string;
  readonly ru: string;
}

/** Every { az, en, ru } below a value; an object with only some of the three is found with undefined members. */
function wordsIn(value: unknown, path: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => wordsIn(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  if ('az' in value || 'en' in value || 'ru' in value) return [{ ...(value as Found), path }];
  return Object.entries(value).flatMap(([key, item]) => wordsIn(item, `${path}.${key}`));
}

const allWords = [...wordsIn(INVENTED, 'invented'), ...wordsIn(REPORTED, 'reported')];
const measure = (number: string): DemoMeasure => DEMO_MEASURES.find((m) => m.number === number)!;

/** Executors in force today, and all who ever were. */
function executorsNow(m: DemoMeasure): readonly DemoExecutor[] {
  return m.amendments.reduce<readonly DemoExecutor[]>((now, { executors }) => {
    if (!executors) return now;
    return [...now.filter((e) => !executors.removed.some((r) => r.body === e.body)), ...executors.added];
  }, m.executors);
}
const everExecutor = (m: DemoMeasure): Set<BodyKey> =>
  new Set([...m.executors, ...executorsNow(m)].map((executor) => executor.body));
const dueNow = (m: DemoMeasure): number => m.amendments.reduce((due, a) => a.due?.to ?? due, m.due);

const reportsOf = (m: DemoMeasure, body: BodyKey): readonly DemoUpdate[] =>
  m.updates.filter((u) => u.by.includes(body)).sort((a, b) => a.on - b.on);
const reported = (m: DemoMeasure, body: BodyKey): string | undefined => reportsOf(m, body).at(-1)?.state;
/** The window is ten working days: sent less than ten days ago it is open on any calendar, after 30 days it is over. */
const waiting = (e: DemoEvaluation): boolean => e.reply === null && e.sentForReply > -10;
const silent = (e: DemoEvaluation): boolean => e.reply === null && e.sentForReply < -30;
const judged = (m: DemoMeasure, body: BodyKey): DemoEvaluation | undefined =>
  m.evaluations.find((e) => e.of.includes(body) && !waiting(e));
const cells = DEMO_MEASURES.filter((m) => !m.withdrawal).flatMap((m) =>
  executorsNow(m).map(({ body }) => ({ m, body, name: `${m.number} ${body}` })),
);

describe('texts', () => {
  it('stand in three languages, never empty', () => {
    expect(allWords.length).toBeGreaterThan(600);
    const bad = allWords.filter((w) => [w.az, w.en, w.ru].some((text) => !text || text !== text.trim()));
    expect(bad).toEqual([]);
  });

  it('are written in the letters of their language', () => {
    const latinOnly = /^[^\p{L}]*$|^[^Ѐ-ӿ]+$/u;
    expect(allWords.filter((w) => !latinOnly.test(w.az) || !latinOnly.test(w.en))).toEqual([]);
    expect(allWords.filter((w) => /\p{L}/u.test(w.ru) && !/[Ѐ-ӿ]/.test(w.ru))).toEqual([]);
    expect(allWords.filter((w) => /[əğıƏĞİ]/.test(w.ru) || /[“”]/.test(w.ru))).toEqual([]);
  });

  it('never let a word with two meanings stand alone (glossary)', () => {
    const letter = 'a-zəğıöşüç';
    const word = (stem: string): RegExp =>
      new RegExp(`(?<![${letter}])${stem}(?:i|in|ə|lər|ləri)?(?![${letter}])`, 'iu');
    const alone: readonly (readonly [string, RegExp])[] = [
      ['tədbir without its number', /tədbir/iu],
      ['sorğu that is neither rəy nor informasiya', /sorğu/iu],
      ['bənd, which a decree says of one measure', word('bənd')],
      ['vəd, the word of campaigns', word('vəd')],
      ['öhdəlik, kept for OGP', /öhdəlik/iu],
      ['sübut, proof in court', /sübut/iu],
      ['nümayəndə, which is the ExCom’s', /(?<![İi]cra )nümayəndə(?!lik|liy)/iu],
    ];
    const settled = /\d\.\d tədbir|12 tədbir|rəy sorğu|[İi]nformasiya sorğu|AZ\d+ öhdəliyi/giu;
    for (const [why, pattern] of alone) {
      const bad = allWords.filter((w) => pattern.test(w.az.replace(settled, '')));
      expect(bad.map((w) => `${why}: ${w.az}`)).toEqual([]);
    }
    expect(allWords.filter((w) => /мероприяти/iu.test(w.ru)).map((w) => w.ru)).toEqual([]);
  });
});

describe('places and bodies', () => {
  it('are 15 communities in 5 municipalities, 3 clusters and 15 representations', () => {
    const standing = DEMO_MUNICIPALITIES.filter((m) => m.validTo === null);
    expect([DEMO_COMMUNITIES.length, standing.length, district.DEMO_CLUSTERS.length]).toEqual([15, 5, 3]);
    expect(standing.flatMap((m) => m.communities).sort()).toEqual([...district.COMMUNITY_KEYS].sort());
    for (const m of standing) {
      const mine = DEMO_COMMUNITIES.filter((c) => c.municipality === m.key).map((c) => c.key);
      expect([...m.communities].sort()).toEqual(mine.sort());
    }
    for (const cluster of district.DEMO_CLUSTERS) {
      expect(DEMO_COMMUNITIES.filter((c) => c.cluster === cluster.key).length).toBeGreaterThanOrEqual(4);
    }
    expect(DEMO_BODIES.filter((b) => b.kind === 'excom_representation').length).toBe(15);
    const codes = [...DEMO_COMMUNITIES, ...DEMO_MUNICIPALITIES].map((place) => place.code);
    expect(new Set(codes).size).toBe(codes.length);
    const rural = DEMO_COMMUNITIES.reduce((sum, c) => sum + c.population, 0);
    expect(rural + district.DEMO_DISTRICT.centre.population).toBe(district.DEMO_DISTRICT.population);
  });

  it('let the merged municipalities end on the day before their successor begins', () => {
    const successor = DEMO_MUNICIPALITIES.find((m) => m.predecessors.length > 0)!;
    const former = successor.predecessors.map((key) => DEMO_MUNICIPALITIES.find((m) => m.key === key)!);
    expect(former.length).toBe(2);
    expect(former.map((m) => m.validTo)).toEqual([successor.validFrom - 1, successor.validFrom - 1]);
    expect(former.flatMap((m) => m.communities).sort()).toEqual([...successor.communities].sort());
  });

  it('are 23 members: 4 + 6 + 5 + 8', () => {
    const count = (seat: string): number => DEMO_BODIES.filter((b) => b.seat === seat).length;
    expect([count('ngo'), count('state'), count('municipality'), count('cdc')]).toEqual([4, 6, 5, 8]);
    expect(DEMO_BODIES.filter((b) => b.seat !== null).length).toBe(23);
    expect(Object.values<number>(DEMO_FORUM.seats).reduce((a, b) => a + b)).toBe(23);
    expect(new Set(DEMO_BODIES.map((b) => b.key)).size).toBe(DEMO_BODIES.length);
    expect(new Set(DEMO_BODIES.map((b) => b.name.az)).size).toBe(DEMO_BODIES.length);
    expect(DEMO_BODIES.every((b) => b.contact.email.endsWith('.example'))).toBe(true);
  });

  it('bear no real name', () => {
    const plain = (name: string): string => name.toLocaleLowerCase('az').replace(/[^a-zəğıöşüçx]/gu, '');
    const real = new Set([...realNames.districts, ...realNames.villages, ...realNames.bodies].map(plain));
    expect(real.size).toBeGreaterThan(200);
    const bare = (name: string): string => name.replace(/ (rayonu|şəhəri|bələdiyyəsi|arxı)$/u, '');
    const quoted = (name: string): string => /“(.+?)”/u.exec(name)?.[1] ?? name;
    const invented = [
      district.DEMO_DISTRICT.name.az,
      district.DEMO_DISTRICT.centre.name.az,
      ...DEMO_COMMUNITIES.map((c) => c.name.az),
      ...DEMO_MUNICIPALITIES.flatMap((m) => m.name.az.split('–')),
      ...DEMO_WATERS.map((w) => w.name.az),
      ...DEMO_BODIES.map((b) => quoted(b.name.az)),
    ];
    expect(invented.filter((name) => real.has(plain(bare(name))))).toEqual([]);
    expect(real.has(plain('SABİRABAD'))).toBe(true);
  });

  it('lie inside the drawn outline, apart from each other', () => {
    const ring = DEMO_OUTLINE.coordinates[0]!;
    expect(ring.at(0)).toEqual(ring.at(-1));
    const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
    expect(area).toBeGreaterThan(0);
    const inside = ([x, y]: LonLat): boolean =>
      ring.slice(1).reduce((odd, [bx, by], i) => {
        const [ax, ay] = ring[i]!;
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
      }, false);
    const points = [...DEMO_COMMUNITIES.map((c) => c.point), district.DEMO_DISTRICT.centre.point];
    const water = DEMO_WATERS.flatMap((w): readonly LonLat[] =>
      w.geometry.type === 'Polygon' ? w.geometry.coordinates[0]! : w.geometry.coordinates,
    );
    expect([...points, ...water].filter((p) => !inside(p))).toEqual([]);
    const km = (a: LonLat, b: LonLat): number => Math.hypot((a[0] - b[0]) * 85, (a[1] - b[1]) * 111);
    for (const [i, a] of points.entries()) for (const b of points.slice(i + 1)) expect(km(a, b)).toBeGreaterThan(2.5);
  });
});

describe('the local plan', () => {
  const known = new Set<string>(DEMO_BODIES.map((b) => b.key));

  it('has 12 measures, numbered once, under 4 areas and 3 aims', () => {
    expect(DEMO_MEASURES.map((m) => m.number)).toEqual([...new Set(DEMO_MEASURES.map((m) => m.number))].sort());
    expect([DEMO_MEASURES.length, DEMO_POINTS.length, DEMO_AIMS.length]).toEqual([12, 4, 3]);
    for (const p of DEMO_POINTS) for (const m of p.measures) expect(m.number.split('.')[0]).toBe(String(p.number));
    for (const aim of DEMO_AIMS) expect(DEMO_MEASURES.some((m) => m.aim === aim.number)).toBe(true);
    expect(DEMO_PLAN.ends - DEMO_PLAN.starts).toBeGreaterThan(600);
    expect(DEMO_PLAN.ends - DEMO_PLAN.starts).toBeLessThan(615);
  });

  it('names only bodies, places, findings, recommendations, national measures and decisions that exist', () => {
    for (const m of DEMO_MEASURES) {
      expect([...everExecutor(m)].filter((body) => !known.has(body))).toEqual([]);
      expect(m.executors.filter((e) => e.role === 'lead').length).toBe(1);
      expect(executorsNow(m).filter((e) => e.role === 'lead').length).toBe(1);
      expect(new Set(executorsNow(m).map((e) => e.body)).size).toBe(executorsNow(m).length);
      expect(m.askedBy.findings.filter((key) => !DEMO_FINDINGS.some((f) => f.key === key))).toEqual([]);
      expect(DEMO_RECOMMENDATIONS.some((r) => r.key === m.askedBy.recommendation)).toBe(true);
      if (m.localises) expect(NATIONAL_MEASURES.some((n) => n.key === m.localises)).toBe(true);
      for (const a of m.amendments) {
        expect(DEMO_DECISIONS.find((d) => d.number === a.decision)?.on).toBe(a.decided);
        if (a.target) expect(m.indicators.some((i) => i.key === a.target?.indicator)).toBe(true);
      }
      if (m.withdrawal) {
        expect(DEMO_DECISIONS.find((d) => d.number === m.withdrawal?.decision)?.on).toBe(m.withdrawal.on);
      }
    }
    expect(DEMO_DECISIONS.find((d) => d.number === DEMO_PLAN.adopted.decision)?.on).toBe(DEMO_PLAN.adopted.on);
    for (const { present, votes } of DEMO_DECISIONS) {
      expect(votes.for + votes.against + votes.abstained).toBe(present);
      expect(present).toBeGreaterThanOrEqual(12);
      expect(present).toBeLessThanOrEqual(23);
    }
  });

  it('lets only executors report, with evidence, and nothing happen in the future', () => {
    const evidenceDay = (e: DemoEvidence): number => ('on' in e ? e.on : DEMO_PLAN.starts);
    for (const m of DEMO_MEASURES) {
      for (const u of m.updates) {
        expect(u.by.filter((body) => !everExecutor(m).has(body))).toEqual([]);
        expect(u.evidence.length).toBeGreaterThan(0);
        expect(u.on).toBeGreaterThanOrEqual(m.starts);
        expect(u.on).toBeLessThan(0);
        for (const e of u.evidence) expect(evidenceDay(e)).toBeLessThanOrEqual(u.on);
      }
      for (const { actuals, baseline } of m.indicators) {
        expect(baseline.on).toBeLessThanOrEqual(DEMO_PLAN.starts);
        for (const a of actuals) {
          expect(a.on).toBeLessThan(0);
          expect(known.has(a.by)).toBe(true);
          if (a.voice === 'civil') expect(everExecutor(m).has(a.by)).toBe(false);
          else expect(everExecutor(m).has(a.by) || a.by === 'arxboyu').toBe(true);
        }
      }
      for (const s of m.milestones) expect(s.done ?? -1).toBeLessThan(0);
      expect(m.starts).toBeGreaterThanOrEqual(DEMO_PLAN.starts);
      expect(dueNow(m)).toBeLessThanOrEqual(DEMO_PLAN.ends);
      for (const a of m.amendments) expect(a.decided).toBeLessThanOrEqual(a.effective);
      for (const a of m.amendments) expect(a.effective).toBeLessThan(0);
    }
  });

  it('counts every share from its numerator and base', () => {
    const values = DEMO_MEASURES.flatMap((m) =>
      m.indicators.flatMap((i) => [i.baseline, ...i.actuals].map((v) => ({ ...v, unit: i.unit.en }))),
    ).filter((v) => v.of);
    expect(values.length).toBeGreaterThan(15);
    for (const { value, of, unit } of values) {
      const expected = unit === '%' ? Math.round((1000 * of!.numerator) / of!.n) / 10 : of!.numerator;
      expect(value).toBe(expected);
      expect(of!.numerator).toBeLessThanOrEqual(of!.n);
    }
    const before = (key: string): number => DEMO_FINDINGS.find((f) => f.key === key)!.first.yes;
    const wanted = { aware: 13, eservices: 22, portal: 8, mobile: 9, platform: 12, public_councils: 15, ngos: 46 };
    for (const [key, count] of Object.entries({ ...wanted, reports: 40, terminals: 2 }))
      expect(before(key)).toBe(count);
  });

  it('is judged by organisations that execute nothing in the measure and say their ties', () => {
    for (const m of DEMO_MEASURES) {
      for (const e of m.evaluations) {
        expect(everExecutor(m).has(e.by)).toBe(false);
        expect(DEMO_EVALUATORS.some((t) => t.by === e.by)).toBe(true);
        expect(e.of.filter((body) => !everExecutor(m).has(body))).toEqual([]);
        expect(e.evidence.length).toBeGreaterThan(0);
        expect(e.observed.from).toBeLessThanOrEqual(e.observed.to);
        expect(e.observed.to).toBeLessThan(e.sentForReply);
      }
    }
  });

  it('keeps every reply inside the window, and no evaluation between waiting and silence', () => {
    for (const e of DEMO_MEASURES.flatMap((m) => m.evaluations)) {
      expect(e.sentForReply).toBeLessThan(0);
      expect(e.reply !== null || waiting(e) || silent(e)).toBe(true);
      if (!e.reply) continue;
      expect(e.reply.on).toBeGreaterThan(e.sentForReply);
      // Ten working days are never fewer than twelve days.
      expect(e.reply.on).toBeLessThanOrEqual(e.sentForReply + 12);
      expect(e.reply.on).toBeLessThan(0);
    }
  });
});

describe('every state of the product can be seen', () => {
  it('done with evidence, both voices complete', () => {
    const m = measure('1.2');
    for (const { body } of m.executors) {
      expect(reported(m, body)).toBe('complete');
      expect(judged(m, body)?.completion).toBe('complete');
    }
  });
  it('late: exactly 1.1 by 54 days and 4.2 by 19', () => {
    const open = DEMO_MEASURES.filter((m) => !m.withdrawal && m.number !== '1.2' && dueNow(m) < 0);
    expect(open.map((m) => [m.number, -dueNow(m)])).toEqual([
      ['1.1', 54],
      ['4.2', 19],
    ]);
  });
  it('executor "complete", civil society "limited", with a reply', () => {
    expect(reported(measure('1.1'), 'excom')).toBe('complete');
    expect(judged(measure('1.1'), 'excom')?.completion).toBe('limited');
    expect(judged(measure('1.1'), 'excom')?.reply).not.toBeNull();
  });
  it('no report at all, and reported but not assessed', () => {
    expect(measure('4.1').updates).toEqual([]);
    expect(measure('4.1').evaluations).toEqual([]);
    for (const number of ['2.3', '4.2']) {
      expect(measure(number).updates.length).toBeGreaterThan(0);
      expect(measure(number).evaluations).toEqual([]);
    }
    expect(cells.filter(({ m, body }) => m.number === '4.2' && !reported(m, body)).length).toBe(2);
  });
  it('withdrawn by decision', () => {
    expect(DEMO_MEASURES.filter((m) => m.withdrawal).map((m) => m.number)).toEqual(['1.4']);
  });
  it('amended: text, target and date; executor and date; the old ones kept', () => {
    const [first] = measure('1.1').amendments;
    expect(first?.text?.from).toBe(measure('1.1').text);
    expect(first?.text?.to).not.toEqual(first?.text?.from);
    expect([first?.target?.from.value, first?.target?.to.value]).toEqual([6, 8]);
    expect([first?.due?.from, first?.due?.to]).toEqual([measure('1.1').due, -54]);
    expect(measure('1.1').indicators[0]?.targets[0]).toEqual(first?.target?.from);
    const [second] = measure('2.3').amendments;
    expect(second?.executors?.removed[0]?.body).toBe('education');
    expect(second?.executors?.added[0]?.body).toBe('sozun_unvani');
    expect(second?.due?.from).toBe(measure('2.3').due);
  });
  it('one report overdue by 12 days among the bodies that reported before', () => {
    const [previous, latest] = DEMO_PLAN.reportsDue;
    expect(latest).toBe(-12);
    const overdue = cells.filter(({ m, body }) => {
      const reports = reportsOf(m, body);
      return reports.length > 0 && reported(m, body) !== 'complete' && reports.at(-1)!.on <= previous;
    });
    expect(overdue.map((c) => c.name)).toEqual(['3.3 excom']);
  });
  it('evaluations waiting in their reply window, one of them extended', () => {
    const open = DEMO_MEASURES.flatMap((m) => m.evaluations.map((e) => ({ m, e }))).filter((x) => waiting(x.e));
    expect(open.map((x) => x.m.number)).toEqual(['2.2', '2.2']);
    expect(open.filter((x) => x.e.extended).length).toBe(1);
  });
  it('one published with "no reply by ...", on a claim without evidence', () => {
    const unanswered = DEMO_MEASURES.flatMap((m) => m.evaluations).filter(silent);
    expect(unanswered.map((e) => [e.of, e.completion])).toEqual([[['health'], 'no_evidence']]);
    expect(reported(measure('3.2'), 'health')).toBe('complete');
  });
  it('both voices agree on "substantial", and civil society more generous than the executor', () => {
    for (const [number, body] of [
      ['1.3', 'eservices'],
      ['2.1', 'mun_agdurna'],
    ] as const) {
      expect(reported(measure(number), body)).toBe('under_way');
      expect(judged(measure(number), body)?.completion).toBe('substantial');
    }
    expect(reported(measure('3.2'), 'eservices')).toBe('under_way');
    expect(judged(measure('3.2'), 'eservices')?.completion).toBe('complete');
  });
  it('unknown baselines stay unknown; all three ways of reporting are used', () => {
    const unknown = DEMO_MEASURES.flatMap((m) => m.indicators).filter((i) => i.baseline.value === null);
    expect(unknown.length).toBeGreaterThanOrEqual(3);
    const ways = new Set(DEMO_MEASURES.flatMap((m) => m.updates).map((u) => u.way));
    expect([...ways].sort()).toEqual(['account', 'link', 'paper']);
  });
});

describe('what is reported, not made up', () => {
  it('the national plan: 58 and 11 and 25 reported, 13 loaded, unknown stays unknown', () => {
    expect(NATIONAL_PLAN.reported.measures.value).toBe(58);
    expect(NATIONAL_PLAN.reported.withLocalExecutors.value).toBe(25);
    expect([NATIONAL_MEASURES.length, NATIONAL_PLAN.loaded]).toEqual([13, 13]);
    expect(new Set(NATIONAL_MEASURES.map((m) => m.key)).size).toBe(13);
    expect(NATIONAL_POINTS.map((p) => p.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const numbers = NATIONAL_MEASURES.map((m) => m.number).filter((number) => number !== null);
    expect(numbers).toEqual(['1.1', '1.2', '1.3', '1.4', '2.2', '2.4', '4.2', '5.6', '6.2']);
    const local = (state: string): number => NATIONAL_MEASURES.filter((m) => m.localExecutor === state).length;
    expect([local('yes'), local('no'), local('unknown')]).toEqual([2, 1, 10]);
    const named = new Set<string>(NATIONAL_BODIES.map((b) => b.key));
    expect(NATIONAL_MEASURES.flatMap((m) => m.executors ?? []).filter((key) => !named.has(key))).toEqual([]);
    expect(NATIONAL_MEASURES.every((m) => m.source.startsWith('https://'))).toBe(true);
    expect(NATIONAL_MEASURES.some((m) => m.key === NATIONAL_AMENDMENT.measure)).toBe(true);
  });

  it('the records of 2017 and 2022 add up and carry figures as printed', () => {
    const sum = (seats: Readonly<Record<string, number>>): number => Object.values(seats).reduce((a, b) => a + b);
    expect(sum(RECORD_2017.composition)).toBe(RECORD_2017.members);
    expect(RECORD_2017.members).toBe(23);
    expect(sum(RECORD_2022.composition)).toBe(RECORD_2022.members);
    expect(RECORD_2022.survey.women + RECORD_2022.survey.men).toBe(RECORD_2022.survey.respondents);
    expect(RECORD_2022.seminar.women + RECORD_2022.seminar.men).toBe(RECORD_2022.seminar.participants);
    expect([RESEARCH_2017.communities, RESEARCH_2017.respondents, RESEARCH_2017.blocks.length]).toEqual([15, 50, 5]);
    expect(REPORTED_FINDINGS_2017.length).toBe(11);
    for (const finding of [...REPORTED_FINDINGS_2017, ...REPORTED_FINDINGS_2022]) {
      expect(finding.printed.en).toMatch(/\d/);
      expect(finding.source.url).toMatch(/^https?:/);
      expect(Object.keys(finding)).not.toContain('n');
    }
  });

  it('no real body stands in the invented part', () => {
    const real = /Sabirabad|Saatl[ıi]|İmişli|Quba(?![a-zəğıöşüç])|“Ümid”|ASAN|Avrasiya/u;
    expect(wordsIn(INVENTED, 'invented').filter((w) => real.test(w.az))).toEqual([]);
  });
});
