import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { codeFrom } from '#core/typed-code.ts';
import { hashOf } from '#modules/identity/contract.ts';
import { mayKeepSurveys } from '../../access.ts';
import { CODE_LETTERS } from '../../keeping/rules.ts';
import { lockOpen, roundObject, tablesOf } from '../commands.ts';
import { groupKey, roundShape } from '../forms.ts';
import { batchesOf } from './queries.ts';

/** Codes made at once, at most: so many slips are cut in an afternoon. */
export const MOST_CODES = 500;

/** "7K3M-9QRT", as it is printed. */
const printedAs = (code: string): string => code.match(/.{4}/g)!.join('-');

/** Makes codes of which each lets one person answer once. They are shown once, to be printed; only their hashes are kept. */
export const makeCodes = command({
  name: 'surveys.make_codes',
  input: v.object({
    ...roundShape.entries,
    ...{ place: v.nullable(idShape()), group: v.nullable(groupKey) },
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CODES)),
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, place, group, count }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const { declaration, number } = open.value;
    if (!declaration.singleUse) return refuse('conflict', message('surveys.links.no_codes'));
    if (place && !declaration.places.some((one) => one.place === place))
      return refuseFields([{ field: 'place', message: message('surveys.asking.wrong.place') }]);
    if (group && !declaration.groups.some(({ key }) => key === group))
      return refuseFields([{ field: 'group', message: message('surveys.links.wrong.group') }]);
    const before = await batchesOf(ctx.db, ctx.forum.id, id);
    const batch = Math.max(0, ...before.map((one) => one.batch)) + 1;
    const codes = Array.from({ length: count }, () => codeFrom(randomBytes(CODE_LETTERS)));
    const rows = codes.map((code) => ({
      ...{ forum_id: ctx.forum.id, code_hash: hashOf(code), round_id: id, batch, place_id: place, group_key: group },
      used: false,
    }));
    await tablesOf(ctx).insertInto('surveys_codes').values(rows).execute();
    return done(
      { batch, codes: codes.map(printedAs) },
      { kind: 'surveys.codes_made', object: roundObject(open.value), params: { number, n: count } },
    );
  },
});
