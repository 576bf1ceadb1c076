/** What is not published, each with its sentence on the page of rules. */
export const REFUSED_FOR = ['personal', 'accusation', 'insult', 'advertising', 'not_here', 'repeated'] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number];
