import { fold } from '#core/i18n/names.ts';
import { withoutEnd } from '#core/i18n/trim.ts';
import type { BodyKind } from '#modules/places/contract.ts';
import type { ExecutorRole } from '../../measures/schema.ts';

export interface NamedExecutor {
  readonly name: string;
  readonly role: ExecutorRole;
}

/** Words before a list of executors, after folding, and what they say of those that follow. */
const PREFIXES: readonly (readonly [RegExp, ExecutorRole | null])[] = [
  [/^(esas|mesul) icraci(lar)?$/, 'lead'],
  [/^(lead|main)( (agency|agencies|institution|executor|executors|implementer))?$/, 'lead'],
  [/^(основн\S+|главн\S+|ответственн\S+)( исполнител\S+)?$/, 'lead'],
  [/^(istirakci|birge icraci|terefdas)(lar)?( qurumlar)?$/, 'co'],
  [/^(participants?|co executors?|supporting( institutions?)?|partners?)$/, 'co'],
  [/^(соисполнител\S+|участник\S*|партнер\S*)$/, 'co'],
  [/^(icraci(lar)?|icra eden(ler)?( qurum(lar)?)?)$/, null],
  [/^(implementers?|executors?|implementing (agency|agencies|body|bodies)|responsible)$/, null],
  [/^исполнител\S+$/, null],
  // An editor's word that somebody came later; the plan's own words stay beside the cells.
  [/^(by the \d{4} amendments?|\d{4} ci il deyisikliyi ile|по изменению \d{4}( года)?)$/, null],
];

/** "Implementers: a; b" is a prefix and two names. */
function prefixOf(piece: string): { readonly role: ExecutorRole | null; readonly rest: string } | null {
  const found = /^([^:]{3,60}):\s*(.*)$/su.exec(piece);
  const known = found && PREFIXES.find(([shape]) => shape.test(fold(found[1]!)));
  return known ? { role: known[1], rest: found[2]!.trim() } : null;
}

/**
 * The bodies named in a cell, in their order: divided by semicolons, lines and, where the parts are bodies or look like
 * names, by commas. Where nobody is called lead, the first named is (the custom of Azerbaijan's orders); `otherwise`
 * is the role of the column.
 */
export function executorsIn(
  text: string,
  otherwise: ExecutorRole | null,
  isBody: (name: string) => boolean,
): readonly NamedExecutor[] {
  const found: { name: string; role: ExecutorRole | null }[] = [];
  let role: ExecutorRole | null = otherwise;
  for (const piece of text.split(/[;\n]/)) {
    let words = piece.trim().replace(/^[-–•*·]\s*/, '');
    const prefix = prefixOf(words);
    if (prefix) {
      role = prefix.role ?? otherwise;
      words = prefix.rest;
    }
    const single = !/[;\n]/.test(text);
    for (const name of byCommas(withoutEnd(words, /[.\s]/), single, isBody)) found.push({ name, role });
  }
  const seen = new Set<string>();
  const once = found.filter(({ name }) => name !== '' && !seen.has(fold(name)) && seen.add(fold(name)));
  return once.map(({ name, role: said }, i) => ({ name, role: said ?? (i === 0 ? 'lead' : 'co') }));
}

/**
 * "Ministry of Labour, Employment and Protection, Cabinet of Ministers": commas divide only where every part is a body
 * that is here, or, in a cell that knows no other sign, before a capital letter.
 */
function byCommas(text: string, single: boolean, isBody: (name: string) => boolean): readonly string[] {
  if (!text.includes(',') || isBody(text)) return [text];
  const parts = text.split(',').map((part) => part.trim());
  const known = knownRuns(parts, isBody);
  if (known) return known;
  if (!single) return [text];
  const runs: string[] = [];
  for (const part of parts) {
    const begins = runs.length === 0 || /^\p{Lu}/u.test(part) || isBody(part);
    if (begins) runs.push(part);
    else runs[runs.length - 1] += `, ${part}`;
  }
  return runs;
}

/** The parts put together to bodies that are here, the longest first; null when some part is of none. */
function knownRuns(parts: readonly string[], isBody: (name: string) => boolean): readonly string[] | null {
  if (parts.length === 0) return [];
  if (parts.length > 40) return null;
  for (let length = Math.min(parts.length, 5); length > 0; length -= 1) {
    const name = parts.slice(0, length).join(', ');
    if (!isBody(name)) continue;
    const rest = knownRuns(parts.slice(length), isBody);
    if (rest) return [name, ...rest];
  }
  return null;
}

/** "State Oil Fund (SOFAZ)" is asked for whole, without its brackets, and by what is in them. */
export function spellings(name: string): readonly string[] {
  const found = /^(.*\S)\s*\(([^()]{2,40})\)$/u.exec(name);
  return found ? [name, found[1]!, found[2]!] : [name];
}

/** What a name most likely is; said on the page before anything is added, and corrected on the body's own page. */
export function kindOf(name: string, otherwise: BodyKind = 'state_body'): BodyKind {
  const words = fold(name);
  if (CLASS.test(words)) return 'class';
  return KINDS.find(([, shape]) => shape.test(words))?.[0] ?? otherwise;
}

const CLASS =
  /(organlari|orqanlari|hakimiyyetleri|belediyyeler|qurumlar|nazirlikler|qurumlari|idareleri|teskilatlari)$|^(aidiyyeti|diger|merkezi ve yerli)|(^| )(bodies|authorities|municipalities|ministries|agencies|institutions|organisations|organizations)$|^(relevant|other|all) |^(органы|заинтересованные|другие|соответствующие)|органы .*власти|муниципалитеты$/;

const KINDS: readonly (readonly [BodyKind, RegExp])[] = [
  ['excom_representation', /icra numayendeliyi|представительство исполнительной/],
  ['excom', /rayon icra hakimiyyeti|seher icra hakimiyyeti|executive (committee|authority)$|исполнительная власть/],
  ['municipality', /belediyyesi$|municipality|муниципалитет/],
  ['community_council', /icma inkisaf surasi|community development council|совет развития общины/],
  ['ngo', /ictimai birliyi$|public union|fondu$|qht|нпо|общественное объединение/],
  ['parliament', /milli meclis|parliament|парламент/],
  ['central_body', /nazirliyi$|nazirler kabineti|ministry|cabinet of ministers|министерство|кабинет министров/],
  ['central_body', /dovlet (agentliyi|komitesi|xidmeti|komissiyasi)$|^state (agency|committee|service)|^государственн/],
  ['school', /mekteb|school|школа/],
  ['company', /( mmc| asc| qsc)$|llc$|company$|компания/],
];
