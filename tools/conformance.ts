import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Case, judgeXPath } from '../src/modules/surveys/expressions/conformance/rules.ts';
import { judgeXlsCase, type XlsCase } from './conformance/xlsform.ts';

/** How many of other people's cases hold, and which do not. */
export interface Conformance {
  readonly xlsform: { readonly all: Share; readonly core: Share };
  readonly xpath: Share;
}
export interface Share {
  readonly passed: number;
  readonly total: number;
}
export interface Failed {
  readonly name: string;
  readonly reason: string;
}

const CORPORA = resolve(process.env.ORTAQ_CORPORA ?? join(import.meta.dirname, '../../shared/corpora'));
/** The committed numbers: they may rise, never fall. */
export const RATCHET = join(import.meta.dirname, 'conformance/ratchet.json');
/** Cases that do not hold, by name, with the reason. */
export const FAILED = join(import.meta.dirname, 'conformance/failed.json');

/** Null where the corpora are not: a clone without them. */
export function measured(
  folder = CORPORA,
): { readonly numbers: Conformance; readonly failed: readonly Failed[] } | null {
  const [forms, expressions] = [join(folder, 'xlsform/cases.json'), join(folder, 'xpath/cases.json')];
  if (!existsSync(forms) || !existsSync(expressions)) return null;
  const cases = JSON.parse(readFileSync(forms, 'utf8')) as readonly XlsCase[];
  const judged = cases.map((one) => ({ one, reason: judgeXlsCase(one) }));
  const share = (some: typeof judged): Share => ({
    passed: some.filter(({ reason }) => reason === null).length,
    total: some.length,
  });
  const xpath = judgeXPath(JSON.parse(readFileSync(expressions, 'utf8')) as readonly Case[]);
  const failed = judged.flatMap(({ one, reason }) =>
    reason === null ? [] : [{ name: `${one.id} ${one.upstream.replace(/^tests\./, '')}`, reason }],
  );
  return {
    numbers: {
      xlsform: { all: share(judged), core: share(judged.filter(({ one }) => one.core)) },
      xpath: { passed: xpath.passed, total: xpath.total },
    },
    failed,
  };
}

/** Which numbers are below the committed ones. */
export function fallen(numbers: Conformance, committed: Conformance): readonly string[] {
  const shares = ({ xlsform, xpath }: Conformance) => ({
    XLSForm: xlsform.all,
    'XLSForm core': xlsform.core,
    XPath: xpath,
  });
  const now = shares(numbers);
  return Object.entries(shares(committed)).flatMap(([name, before]) => {
    const { passed } = now[name as keyof typeof now];
    return passed < before.passed ? [`${name}: ${passed}, committed ${before.passed}`] : [];
  });
}

export const committed = (): Conformance => JSON.parse(readFileSync(RATCHET, 'utf8')) as Conformance;

const said = ({ passed, total }: Share): string => `${passed} of ${total}`;

/** `--json`: one object as the last line; `--write`: the new numbers, if none fell. */
function main(words: readonly string[]): number {
  const result = measured();
  if (!result) {
    console.log(`no corpora in ${CORPORA}: nothing is measured (ORTAQ_CORPORA names another folder)`);
    return 0;
  }
  const { numbers, failed } = result;
  const { xlsform, xpath } = numbers;
  console.log(`XLSForm ${said(xlsform.all)}, core ${said(xlsform.core)}; XPath ${said(xpath)}`);
  const below = existsSync(RATCHET) ? fallen(numbers, committed()) : [];
  for (const one of below) console.error(`fell below the committed number: ${one}`);
  if (words.includes('--write') && below.length === 0) {
    writeFileSync(RATCHET, `${JSON.stringify(numbers, null, 2)}\n`);
    writeFileSync(FAILED, `${JSON.stringify(failed, null, 2)}\n`);
  }
  if (words.includes('--json')) console.log(JSON.stringify(numbers));
  return below.length > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = main(process.argv.slice(2));
