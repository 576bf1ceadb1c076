import * as v from 'valibot';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Could this be an id of ours? Anything else is no id, and never reaches the database, which would choke on it. */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** The same as a shape of a command's input: other callers than forms (imports, samples, machines) pass it too. */
export const idShape = <T extends string = string>() => v.custom<T>(isId);
