import { type Findings, yesOrNo } from '../columns/rules.ts';
import { onlyReference, referenceTo } from '../references/rules.ts';
import type { Issue, ListChoice } from '../schema.ts';
import { isXmlName } from '../xml/rules.ts';

export type Parameters = Readonly<Record<string, string>>;

/** "start=1 end=5" as names and values; divided by blanks, commas or semicolons. Null: not of that shape. */
export function readParameters(text: string): Parameters | null {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  const divided = /[;,]/.exec(trimmed);
  const parts = (divided ? trimmed.split(divided[0]) : trimmed.split(/\s+/)).map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map((part) => part.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair[0]!.trim() === '' || pair[1]!.trim() === '')) return null;
  return Object.fromEntries(pairs.map(([name, value]) => [name!.trim().toLowerCase(), truthOf(value!.trim())]));
}

/** "True" is "true"; anything else stays as it is. */
const truthOf = (value: string): string => (/^(true|false)$/i.test(value) ? value.toLowerCase() : value);

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: ['rows'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  'background-audio': ['quality'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
  geotrace: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  geoshape: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  audit: [
    'location-priority',
    'location-min-interval',
    'location-max-age',
    'track-changes',
    'identify-user',
    'track-changes-reasons',
  ],
  select_one: ['randomize', 'seed'],
  select_multiple: ['randomize', 'seed'],
  rank: ['randomize', 'seed'],
  select_one_external: ['randomize', 'seed'],
};

/** What the judges of parameters need to know of a question. */
export interface Asked {
  readonly type: string;
  readonly fromFile: boolean;
  readonly appearance: string;
  readonly parameters: Parameters;
  readonly lists: Readonly<Record<string, readonly ListChoice[]>>;
  readonly at: Partial<Issue>;
}

const number = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
const isWhole = (text: string): boolean => /^[+-]?\d+$/.test(text);

/** Says which parameters a type does not know, and which values they cannot have. */
export function judgeParameters(asked: Asked, said: Findings): void {
  const known = ALLOWED[asked.type];
  if (!known) return;
  const allowed = asked.fromFile ? [...known, 'value', 'label'] : known;
  const unknown = Object.keys(asked.parameters).filter((name) => !allowed.includes(name));
  if (unknown.length > 0) {
    const expected = [...allowed].sort().join(', ');
    said.fault('parameter_unknown', { ...asked.at, found: unknown.sort().join(', '), expected });
  }
  for (const [name, value] of Object.entries(asked.parameters)) {
    const expected = allowed.includes(name) ? expectedOf(name, value, asked) : null;
    if (expected) said.fault('parameter_value', { ...asked.at, found: `${name}=${value}`, expected });
  }
  for (const name of ['value', 'label'])
    if (asked.fromFile && asked.parameters[name] !== undefined && !isXmlName(asked.parameters[name]))
      said.fault('parameter_name', { ...asked.at, found: `${name}=${asked.parameters[name]}`, expected: name });
  if (asked.type === 'range') judgeRange(asked, said);
  if (asked.type === 'audit') judgeAudit(asked, said);
  if (asked.parameters.seed && !asked.parameters.randomize)
    said.fault('parameters_required', { ...asked.at, found: 'seed', expected: 'randomize=true' });
}

const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  'allow-mock-accuracy': ['true', 'false'],
  randomize: ['true', 'false'],
  'track-changes': ['true', 'false'],
  'identify-user': ['true', 'false'],
  'track-changes-reasons': ['on-form-edit'],
  'location-priority': ['no-power', 'low-power', 'balanced', 'high-accuracy'],
};

/** What should have stood there; null when the value is good. */
function expectedOf(name: string, value: string, asked: Asked): string | null {
  if (name === 'quality') {
    const qualities = ['voice-only', 'low', 'normal', ...(asked.type === 'audio' ? ['external'] : [])];
    return qualities.includes(value) ? null : qualities.join(', ');
  }
  if (name === 'incremental') return yesOrNo(value) ? null : 'true';
  const choices = ONE_OF[name];
  if (choices) return choices.includes(value) ? null : choices.join(', ');
  if (['rows', 'max-pixels'].includes(name)) return isWhole(value) ? null : '1, 2, 3 ...';
  if (['location-min-interval', 'location-max-age'].includes(name))
    return isWhole(value) && Number(value) >= 0 ? null : '0, 1, 2 ...';
  if (['capture-accuracy', 'warning-accuracy'].includes(name)) return number(value) === null ? '5, 2.5 ...' : null;
  if (name === 'seed')
    return number(value) === null && onlyReference(value) === null ? `42, ${referenceTo('name')}` : null;
  if (name === 'app' && asked.type === 'image' && ['', 'annotate'].includes(asked.appearance))
    return /^[a-z]\w*(\.[a-z]\w*)+$/i.test(value) ? null : 'org.example.camera';
  return null;
}

function judgeAudit({ parameters, at }: Asked, said: Findings): void {
  const names = ['location-priority', 'location-min-interval', 'location-max-age'];
  const given = names.filter((name) => parameters[name] !== undefined);
  if (given.length > 0 && given.length < names.length)
    said.fault('parameters_required', { ...at, found: given.join(', '), expected: names.join(', ') });
  if (Number(parameters['location-max-age']) < Number(parameters['location-min-interval']))
    said.fault('parameter_value', {
      ...at,
      found: `location-max-age=${parameters['location-max-age']}`,
      expected: `>= ${parameters['location-min-interval']}`,
    });
}

/** A multiple as people mean it: 0.3 is three times 0.1. */
const isMultiple = (value: number, step: number): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-9;

function judgeRange(asked: Asked, said: Findings): void {
  const { parameters, at, appearance } = asked;
  const numbers: Record<string, number> = {};
  for (const [name, usual] of Object.entries({
    start: '1',
    end: '10',
    step: '1',
    placeholder: '',
    tick_interval: '',
  })) {
    const text = parameters[name] ?? usual;
    if (text === '') continue;
    const value = number(text);
    if (value === null) {
      said.fault('parameter_value', { ...at, found: `${name}=${text}`, expected: '5, 2.5 ...' });
      return;
    }
    numbers[name] = value;
  }
  const { start = 1, end = 10, step = 1, placeholder, tick_interval: interval } = numbers;
  const wrong = (name: string, expected: string) =>
    said.fault('parameter_range', { ...at, found: `${name}=${parameters[name] ?? ''}`, expected });
  const low = Math.min(start, end);
  const high = Math.max(start, end);
  if (Math.abs(step) > high - low) wrong('step', `<= ${high - low}`);
  const special = ['tick_interval', 'placeholder', 'tick_labelset'].find((name) => parameters[name] !== undefined);
  const words = appearance.split(/\s+/).filter((word) => word !== '');
  if (special && words.some((word) => !['vertical', 'no-ticks'].includes(word))) wrong(special, 'vertical, no-ticks');
  if (placeholder !== undefined) {
    if (!isMultiple(placeholder - start, step)) wrong('placeholder', `${start} + n * ${step}`);
    if (placeholder < low || placeholder > high) wrong('placeholder', `${low} ... ${high}`);
  }
  if (interval !== undefined && (interval === 0 || !isMultiple(interval, step))) wrong('tick_interval', `n * ${step}`);
  if (interval !== undefined && Math.abs(interval) > high - low) wrong('tick_interval', `<= ${high - low}`);
  judgeTicks(asked, { start, end, step, low, high }, said);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

/** Labels of a range come from a list whose names are numbers on it. */
function judgeTicks({ parameters, lists, appearance, at }: Asked, span: Span, said: Findings): void {
  const list = parameters.tick_labelset;
  if (list === undefined) return;
  const choices = lists[list];
  if (!choices) {
    said.fault('unknown_list', { ...at, found: list, expected: Object.keys(lists).join(', ') });
    return;
  }
  const wrong = (found: string, expected: string) =>
    said.fault('parameter_range', { ...at, found: `tick_labelset=${list} (${found})`, expected });
  for (const { name } of choices) {
    const value = number(name);
    if (value === null) wrong(name, '1, 2, 3 ...');
    else if (value < span.low || value > span.high) wrong(name, `${span.low} ... ${span.high}`);
    else if (!isMultiple(value - span.start, span.step)) wrong(name, `${span.start} + n * ${span.step}`);
    else if (appearance.split(/\s+/).includes('no-ticks') && value !== span.start && value !== span.end)
      wrong(name, `${span.start}, ${span.end}`);
  }
}
