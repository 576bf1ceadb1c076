import sharp from 'sharp';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Visitor } from './browser.ts';
import type { House } from './house.ts';
import { LIVING, LOCAL_PLAN } from './people.ts';
import { walk } from './walk.ts';
import { wordsOf } from './words.ts';

/** Address of a plan's page of the living forum. */
export const planAt = (house: House, code: LanguageCode = 'az'): string =>
  `${house.origin}/${code}/${LIVING}/plans/${LOCAL_PLAN}`;

/** Cells for which a measure's page offers this person a deed ("/updates/new?cell="): measure's path by cell. */
export async function cellsOffered(house: House, cookie: string, deed: RegExp): Promise<ReadonlyMap<string, string>> {
  const pages = await walk({
    origin: house.origin,
    from: [`/az/${LIVING}/plans/${LOCAL_PLAN}`],
    cookie,
    ofKind: 60,
    except: new RegExp(`^(?!/az/${LIVING}/plans/${LOCAL_PLAN}/measures/[^/]+$)`),
  });
  const found = new Map<string, string>();
  for (const { path, html } of pages) {
    for (const [, link = ''] of html.matchAll(/href="([^"]+)"/g)) {
      const cell = deed.test(link) ? /[?&;](?:cell|object)=([0-9a-f-]{36})/.exec(link)?.[1] : undefined;
      if (cell) found.set(cell, path);
    }
  }
  return found;
}

/** A photo as a phone takes it: with the place and the maker inside. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a9e6b' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefon', Model: 'Gizli' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '48/1 0/1 0/1' },
    })
    .toBuffer();

export interface ReportGiven {
  readonly state: 'not_started' | 'under_way' | 'complete';
  readonly text: string;
  readonly photo?: Buffer;
}

/** Fills in the form of a report that stands before the visitor, and publishes it. */
export async function fillReport({ tab }: Visitor, given: ReportGiven, code: LanguageCode = 'az'): Promise<void> {
  const lang = wordsOf(code);
  await tab
    .getByRole('group', { name: lang.t('plans.reports.state') })
    .getByRole('radio', { name: lang.t(`ui.state.${given.state}`), exact: true })
    .check();
  await tab.getByLabel(lang.t('plans.reports.text'), { exact: true }).fill(given.text);
  if (given.photo) {
    await tab
      .getByLabel(lang.t('plans.reports.files'))
      .setInputFiles({ name: 'kəndin fotosu.jpg', mimeType: 'image/jpeg', buffer: given.photo });
  }
  await tab.getByRole('button', { name: lang.t('plans.reports.publish'), exact: true }).click();
}

export interface EvaluationGiven {
  readonly completion: 'limited' | 'substantial' | 'complete';
  readonly finding: string;
  readonly method: string;
}

/** Fills in the form of an evaluation that stands before the visitor, with a dated observation as evidence, and sends it. */
export async function fillEvaluation({ tab }: Visitor, given: EvaluationGiven, day: string): Promise<void> {
  const lang = wordsOf('az');
  await tab
    .getByRole('group', { name: lang.t('plans.evaluations.completion') })
    .getByRole('radio', { name: lang.t(`ui.state.${given.completion}`), exact: true })
    .check();
  await tab.getByLabel(lang.t('plans.evaluations.finding'), { exact: true }).fill(given.finding);
  await tab.getByLabel(lang.t('plans.evaluations.method'), { exact: true }).fill(given.method);
  for (const tie of ['forum', 'coordinator', 'funder'] as const)
    await tab.getByLabel(lang.t(`plans.evaluations.tie.${tie}`), { exact: true }).fill('Yoxdur.');
  const evidence = lang.t('plans.reports.evidence_other');
  await tab.getByText(evidence, { exact: true }).click();
  const first = tab.getByRole('group', { name: lang.t('plans.reports.evidence_n', { n: 1 }) });
  await first.getByLabel(lang.t('plans.reports.evidence_kind')).selectOption('observation');
  await first.getByLabel(lang.t('plans.reports.evidence_title')).fill('Yerində baxış');
  await first.getByLabel(lang.t('plans.reports.evidence_day')).fill(day);
  await tab.getByRole('button', { name: lang.t('plans.evaluations.send'), exact: true }).click();
}

/** The measures that the plan's page lists under a condition ("voices=differ"): ends of their addresses. */
export async function measuresWith(house: House, condition: string): Promise<readonly string[]> {
  const html = await (await fetch(`${planAt(house)}?${condition}`)).text();
  const path = new URL(planAt(house)).pathname;
  return [...new Set([...html.matchAll(new RegExp(`href="${path}(/measures/[^"?#]+)"`, 'g'))].map(([, at]) => at!))];
}

/** Those on which the two voices differ. */
export const differing = (house: House): Promise<readonly string[]> => measuresWith(house, 'voices=differ');
