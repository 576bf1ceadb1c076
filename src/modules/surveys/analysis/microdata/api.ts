import { type Cell, csv } from '#core/sheets/csv.ts';
import { SILENCES } from '../../statistics/tables/schema.ts';
import { type Line, type Microdata, SILENT, type Variable } from './schema.ts';

/** Words of a variable or a code in the reader's language. */
export interface Say {
  readonly variable: (variable: Variable) => string;
  readonly code: (variable: Variable, code: string) => string;
  readonly silence: (silence: (typeof SILENCES)[number]) => string;
}

/** A column of the file: an answer's number, or of several answers 1 where this one was given and 0 where not. */
interface FileColumn {
  readonly id: string;
  readonly variable: Variable;
  readonly code: string | null;
  readonly cell: (line: Line) => number;
}

/** Longest name that SPSS, Stata and R all take; letters, digits and "_", the same whatever the case. */
const NAME_MOST = 28;

function columnsOf({ variables }: Microdata): readonly FileColumn[] {
  const taken = new Set<string>();
  // The prefix keeps a name from being a word of one of the languages, or from beginning with a digit.
  const idOf = (prefix: string, text: string): string => {
    const id = `${prefix}_${text.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, NAME_MOST);
    const free = [id, ...Array.from({ length: 1_000 }, (_, i) => `${id}_${i + 2}`)].find(
      (one) => !taken.has(one.toLowerCase()),
    )!;
    taken.add(free.toLowerCase());
    return free;
  };
  return variables.flatMap((variable, at): readonly FileColumn[] => {
    const { name, kind, codes } = variable;
    const own = name.startsWith('@') ? idOf('r', name.slice(1)) : idOf('q', name.split('/').at(-1)!);
    const silent = (text: string): number | null =>
      text.startsWith('!') ? SILENT[text.slice(1) as keyof typeof SILENT] : null;
    if (kind === 'one') {
      const cell = (line: Line): number => silent(line[at]!) ?? codes.findIndex(({ code }) => code === line[at]) + 1;
      return [{ id: own, variable, code: null, cell }];
    }
    return codes.map(({ code }): FileColumn => {
      const cell = (line: Line): number => silent(line[at]!) ?? Number(line[at]!.split(' ').includes(code));
      return { id: idOf(own, code), variable, code, cell };
    });
  });
}

/** One row a person, numbers only: what they mean stands in the codebook and in the files for R, SPSS and Stata. */
export function microdataCsv(content: Microdata): string {
  const columns = columnsOf(content);
  return csv(
    content.lines.map((line) => columns.map(({ cell }) => cell(line))),
    columns.map(({ id }) => id),
  );
}

/** Every number of every column: the question and answer as tables name them, and their words. */
export function microdataCodebook(content: Microdata, say: Say): string {
  const rows = columnsOf(content).flatMap((column): readonly (readonly Cell[])[] => {
    const { id, variable, code } = column;
    const head = [id, variable.name, say.variable(variable), variable.unit];
    const answers: readonly (readonly Cell[])[] =
      code === null
        ? variable.codes.map((one, i) => [i + 1, one.code, say.code(variable, one.code)])
        : [[1, code, say.code(variable, code)]];
    return [
      ...answers,
      ...SILENCES.map((silence): readonly Cell[] => [SILENT[silence], null, say.silence(silence)]),
    ].map((answer) => [...head, ...answer]);
  });
  return csv(rows, ['column', 'question', 'question_text', 'unit', 'number', 'answer', 'answer_text'], { bom: true });
}

/** What the languages say of one column: its words, the words of its numbers, those of its silences. */
interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [number, string])[];
  readonly silences: readonly (readonly [number, string])[];
}

function labelled(content: Microdata, say: Say): readonly Labelled[] {
  const silences = SILENCES.map((one) => [SILENT[one], say.silence(one)] as const);
  return columnsOf(content).map(({ id, variable, code }) => {
    const label = say.variable(variable);
    if (code !== null) {
      const words = say.code(variable, code);
      return { ...{ id, label: `${label} ${words}`, silences }, values: [[0, '–'] as const, [1, words] as const] };
    }
    const values = variable.codes.map((one, i) => [i + 1, say.code(variable, one.code)] as const);
    return { id, label, silences, values };
  });
}

/** Reads the CSV in R; silences become NA, answers factors with their words. */
export function rScript(content: Microdata, say: Say, file: string): string {
  const quoted = (text: string): string => JSON.stringify(oneLine(text, 1_000));
  const blocks = labelled(content, say).map(({ id, label, values }) => {
    const [levels, labels] = [values.map(([n]) => n).join(', '), values.map(([, words]) => quoted(words)).join(', ')];
    return [
      `data$${id} <- factor(data$${id}, levels = c(${levels}), labels = make.unique(c(${labels})))`,
      `attr(data$${id}, "label") <- ${quoted(label)}`,
    ].join('\n');
  });
  return [`data <- read.csv(${quoted(file)}, encoding = "UTF-8")`, ...blocks, ''].join('\n');
}

/** Reads the CSV in SPSS: labels of columns and numbers, silences as missing values. */
export function spssSyntax(content: Microdata, say: Say, file: string): string {
  const quoted = (text: string, most: number): string => `'${oneLine(text, most).replaceAll("'", "''")}'`;
  const columns = labelled(content, say);
  const ids = columns.map(({ id }) => id);
  return [
    'SET UNICODE=ON.',
    `GET DATA /TYPE=TXT /FILE=${quoted(file, 200)} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=','`,
    `  /FIRSTCASE=2 /VARIABLES=${ids.map((id) => `\n  ${id} F4.0`).join('')}.`,
    ...columns.map(({ id, label }) => `VARIABLE LABELS ${id} ${quoted(label, 120)}.`),
    ...columns.map(({ id, values, silences }) => {
      const lines = [...values, ...silences].map(([n, words]) => `\n  ${n} ${quoted(words, 60)}`);
      return `VALUE LABELS ${id}${lines.join('')}.`;
    }),
    ...ids.map((id) => `MISSING VALUES ${id} (LO THRU -1).`),
    'EXECUTE.',
    '',
  ].join('\n');
}

/** Reads the CSV in Stata: labels of columns and numbers, silences as the missing values .a to .d. */
export function stataDo(content: Microdata, say: Say, file: string): string {
  // A backtick, a dollar or a quotation mark would be read as a macro or as the end of the text.
  const quoted = (text: string, most: number): string => `"${oneLine(text.replace(/[`$"]/g, ' '), most)}"`;
  const columns = labelled(content, say);
  const missing = SILENCES.map((one, i) => `${SILENT[one]}=.${'abcd'[i]}`).join(' \\ ');
  return [
    'version 14',
    `import delimited ${quoted(file, 200)}, varnames(1) case(preserve) encoding("utf-8") clear`,
    ...columns.flatMap(({ id, label, values, silences }, i) => {
      const named = [
        ...values.map(([n, words]) => `${n} ${quoted(words, 120)}`),
        ...silences.map(([, words], at) => `.${'abcd'[at]} ${quoted(words, 120)}`),
      ];
      return [
        `label variable ${id} ${quoted(label, 80)}`,
        `mvdecode ${id}, mv(${missing})`,
        `label define codes${i + 1} ${named.join(' ')}`,
        `label values ${id} codes${i + 1}`,
      ];
    }),
    '',
  ].join('\n');
}

const oneLine = (text: string, most: number): string => [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('');
