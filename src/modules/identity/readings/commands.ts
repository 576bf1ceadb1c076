import { recordReading } from '#core/audit/readings.ts';
import type { Web } from '#core/http/route.ts';

/**
 * Notes for the people concerned that this visitor saw what is held about them: `noteReading(web, ids, what)` with the
 * text key of what was shown. To be called by every page of staff that shows telephones, e-mails or a whole person.
 */
export const noteReading = (web: Web, people: readonly string[], what: string): Promise<void> =>
  recordReading(web, { person: people, by: web.actor, what });
