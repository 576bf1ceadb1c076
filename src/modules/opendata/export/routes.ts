import { get, getRoot, type Route } from '#core/http/route.ts';
import type { OpendataNeeds } from '../schema.ts';
import { exportAnswer, headAnswer, type UnderWay, verifierAnswer } from './api.ts';

/** What people and programs take away to check the record without us. */
export const exportRoutes = (needs: OpendataNeeds): readonly Route[] => {
  const underWay: UnderWay = new Map();
  return [
    get('/log/export', (web) => exportAnswer(web, needs, web.forum, underWay)),
    getRoot('/log/export', (web) => exportAnswer(web, needs, null, underWay)),
    getRoot('/log/verifier.html', () => verifierAnswer(needs)),
    getRoot('/log/:log/checkpoint', (web) => headAnswer(web, needs)),
  ];
};
