import { type Answer, getRoot, type Route, refused } from '#core/http/route.ts';
import { LOADED } from '../enhance.gen.ts';

/** Scripts that a page loads after it is there. Each is named after its content, so that browsers keep it. */
export const scriptRoutes = (): readonly Route[] => [
  getRoot('/scripts/:file', async ({ params }): Promise<Answer> => {
    const body = Object.hasOwn(LOADED, params.file ?? '') ? LOADED[params.file ?? ''] : undefined;
    if (!body) return refused({ kind: 'not_found', message: { key: 'errors.not_found_page' } });
    return { kind: 'file', type: 'text/javascript; charset=utf-8', body, program: true, immutable: true };
  }),
];
