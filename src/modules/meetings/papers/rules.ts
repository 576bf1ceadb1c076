import { KINDS, type Kind } from './schema.ts';

/** What a reader may print: everybody the agenda of a meeting that was called and what of its minutes they see, keepers all. */
export function kindsFor(seen: {
  readonly keeps: boolean;
  readonly called: boolean;
  /** The minutes are there for this reader. */
  readonly minutes: boolean;
  /** There is a secret ballot of which papers are needed. */
  readonly secret: boolean;
}): readonly Kind[] {
  if (seen.keeps) return KINDS.filter((kind) => (kind !== 'slips' && kind !== 'counting') || seen.secret);
  return KINDS.filter((kind) => (kind === 'agenda' && seen.called) || (kind === 'minutes' && seen.minutes));
}

/** One paper in one format, as its address says it: "agenda.docx"; null: there is none of that name. */
export function paperNamed(file: string): { readonly kind: Kind; readonly format: 'pdf' | 'docx' } | null {
  const [, name, format] = /^([a-z]+)\.(pdf|docx)$/.exec(file) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind && (format === 'pdf' || format === 'docx') ? { kind, format } : null;
}
