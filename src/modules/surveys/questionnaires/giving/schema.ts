/** Ways in which a questionnaire is taken away, by the ending of the file. */
export const FILES = ['xlsx', 'xml', 'json'] as const;
export type FileKind = (typeof FILES)[number];
