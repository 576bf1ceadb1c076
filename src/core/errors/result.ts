import type { Message } from '#core/i18n/message.ts';

/**
 * What kind of "no" a person or a machine gets. The kind decides the HTTP status and the title of the page;
 * the message of a refusal says what exactly is wrong and what to do.
 */
export const REFUSALS = {
  bad_input: 422,
  sign_in: 401,
  forbidden: 403,
  not_found: 404,
  not_open: 404,
  bad_method: 405,
  gone: 410,
  withheld: 451,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  not_available: 503,
} as const;

export type RefusalKind = keyof typeof REFUSALS;

/** One wrong field of a form: `field` is the control's name, so that the page can point to it. */
export interface FieldError {
  readonly field: string;
  readonly message: Message;
}

/** An expected "no": said in the person's language by the page, as problem+json to a machine. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: Message;
  readonly fields?: readonly FieldError[];
  /** Seconds after which it may be tried again. */
  readonly wait?: number;
}

/** Expected failure is a value; a surprise is an exception. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (kind: RefusalKind, message: Message, fields?: readonly FieldError[]): Result<never> => ({
  ok: false,
  refusal: fields ? { kind, message, fields } : { kind, message },
});

/** Several wrong fields at once; the summary on top of the form lists them all. */
export const refuseFields = (fields: readonly FieldError[]): Result<never> =>
  refuse('bad_input', { key: 'errors.fields', params: { n: fields.length } }, fields);
