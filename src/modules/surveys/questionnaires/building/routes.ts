import { type Result, refuse } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen, isChangedMeanwhile, SEEN } from '#core/errors/seen.ts';
import { type Answer, get, type Posted, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { changeDraft, draftPage, keptDraft } from '../drafts/routes.ts';
import type { Kept } from '../queries.ts';
import { itemAt, type Placed } from '../rules.ts';
import type { Questionnaire } from '../schema.ts';
import { readItem } from './forms.ts';
import { ItemForm } from './pages/item-form.tsx';
import { KindChooser } from './pages/kind-chooser.tsx';
import { RemovalPage } from './pages/removal-page.tsx';
import { copied, inserted, moved, rewritten, speakingOf, WAYS, without } from './rules.ts';
import type { FormKind } from './schema.ts';
import { CHOICE_ROWS, freshValues, itemValues, kindGiven, kindOf } from './values/rules.ts';

const HERE = '/surveys/questionnaires/:number/items';

const itemsOf = (web: Web, kept: Kept): string => `${web.at('/surveys/questionnaires')}/${kept.number}/items`;
const here = (web: Web, kept: Kept): string => `${web.at('/surveys/questionnaires')}/${kept.number}`;

interface Showing {
  readonly kept: Kept;
  readonly kind: FormKind;
  readonly placed: Placed | null;
  readonly hidden: Readonly<Record<string, string>>;
}

function form(web: Web, { kept, kind, placed, hidden }: Showing, of: Filled): Answer {
  const { content } = kept.draft;
  const action = placed ? `${itemsOf(web, kept)}/${encodeURIComponent(placed.path)}` : itemsOf(web, kept);
  const name = placed?.item.name ?? null;
  const back = placed ? `${here(web, kept)}#q-${placed.path}` : here(web, kept);
  const main = ItemForm({ of, content, kind, name, action, back, hidden, path: placed?.path ?? null });
  const title = web.lang.t(placed ? 'surveys.questionnaires.building.edit' : 'surveys.questionnaires.building.add');
  return draftPage(web, title, kept, main, of);
}

/** Where a new item comes, as the address or the form says it; null for a place that is not there. */
function spotIn(text: (name: string) => string, content: Questionnaire) {
  const known = (path: string) => (path !== '' && itemAt(content, path) ? path : null);
  return { after: known(text('after')), within: known(text('within')) };
}
const spotHidden = ({ after, within }: ReturnType<typeof spotIn>): Readonly<Record<string, string>> => ({
  ...(after ? { after } : {}),
  ...(within ? { within } : {}),
});

const fresh = async (web: Web): Promise<Answer> => {
  const kept = await keptDraft(web);
  if (!('draft' in kept)) return kept;
  const asked = web.url.searchParams;
  const hidden = spotHidden(spotIn((name) => asked.get(name) ?? '', kept.draft.content));
  const kind = kindGiven(asked.get('kind') ?? '');
  if (kind) return form(web, { kept, kind, placed: null, hidden }, filled(web.lang, freshValues(kind)));
  const main = KindChooser({ lang: web.lang, here: `${itemsOf(web, kept)}/new`, hidden, back: here(web, kept) });
  return draftPage(web, web.lang.t('surveys.questionnaires.building.add'), kept, main);
};

const add = async (web: Web): Promise<Answer> => {
  const kept = await keptDraft(web);
  if (!('draft' in kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = posted.value;
  const kind = kindGiven(given.text('kind')) ?? 'text';
  const made = await changeDraft(web, kept, (of) => {
    const read = readItem(given, { of, kind, before: null });
    if (!read.ok) return read;
    const { item, list } = read.value;
    const lists = list ? { ...of.lists, [list.name]: list.choices } : of.lists;
    return {
      ok: true,
      value: inserted(
        { ...of, lists },
        item,
        spotIn((name) => given.text(name), of),
      ),
    };
  });
  if (made.ok) return redirect(`${here(web, kept)}?done=added`);
  const hidden = spotHidden(spotIn((name) => given.text(name), kept.draft.content));
  return form(web, { kept, kind, placed: null, hidden }, again(web, given, made));
};

const again = (web: Web, posted: Posted, made: Result<unknown>): Filled => {
  if (made.ok) return filled(web.lang, keep(posted));
  const { fields, message: what } = made.refusal;
  return filled(web.lang, keep(posted), fields ?? [{ field: 'label', message: what }]);
};

interface Found {
  readonly kept: Kept;
  readonly placed: Placed;
}

/** The item of the address for its keepers. */
async function keptItem(web: Web): Promise<Found | Answer> {
  const kept = await keptDraft(web);
  if (!('draft' in kept)) return kept;
  const placed = itemAt(kept.draft.content, web.params.item ?? '');
  return placed ? { kept, placed } : refused({ kind: 'not_found', message: gone });
}
const gone = message('surveys.questionnaires.building.gone');

const one = async (web: Web): Promise<Answer> => {
  const found = await keptItem(web);
  if (!('placed' in found)) return found;
  const { kept, placed } = found;
  const values = withSeen(itemValues(kept.draft.content, placed.item), CHOICE_ROWS);
  return form(web, { kept, placed, kind: kindOf(placed.item), hidden: {} }, filled(web.lang, values));
};

const write = async (web: Web): Promise<Answer> => {
  const found = await keptItem(web);
  if (!('placed' in found)) return found;
  const { kept, placed } = found;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const given = posted.value;
  const kind = kindOf(placed.item);
  let now = itemValues(kept.draft.content, placed.item);
  const made = await changeDraft(web, kept, (of) => {
    const before = itemAt(of, placed.path)?.item;
    if (!before) return refuse('conflict', gone);
    now = itemValues(of, before);
    if (!isAsSeen(given.text(SEEN), now, CHOICE_ROWS)) return changedMeanwhile();
    const read = readItem(given, { of, kind, before });
    return read.ok ? { ok: true, value: rewritten(of, placed.path, read.value) } : read;
  });
  if (made.ok) return redirect(`${here(web, kept)}?done=kept`);
  const merged = isChangedMeanwhile(made.refusal);
  const of = merged ? mergedWith(web.lang, now, keep(given), { lists: CHOICE_ROWS }) : again(web, given, made);
  return form(web, { kept, placed, kind, hidden: {} }, of);
};

/** A change of one press on the item of the address. */
const deed = (change: (of: Questionnaire, path: string, posted: Posted) => Questionnaire, done: string) => {
  return async (web: Web): Promise<Answer> => {
    const found = await keptItem(web);
    if (!('placed' in found)) return found;
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const made = await changeDraft(web, found.kept, (of) =>
      itemAt(of, found.placed.path)
        ? { ok: true, value: change(of, found.placed.path, posted.value) }
        : refuse('conflict', gone),
    );
    return made.ok ? redirect(`${here(web, found.kept)}?done=${done}`) : refused(made.refusal);
  };
};

const removal = async (web: Web): Promise<Answer> => {
  const found = await keptItem(web);
  if (!('placed' in found)) return found;
  const { kept, placed } = found;
  const main = RemovalPage({
    of: filled(web.lang),
    placed,
    content: kept.draft.content,
    speaking: speakingOf(kept.draft.content, placed.item.name),
    action: `${itemsOf(web, kept)}/${encodeURIComponent(placed.path)}/removal`,
    back: here(web, kept),
  });
  return draftPage(web, web.lang.t('surveys.questionnaires.building.remove'), kept, main);
};

/** Moving is one form around the whole list: its buttons say which item and where to. */
const place = async (web: Web): Promise<Answer> => {
  const kept = await keptDraft(web);
  if (!('draft' in kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const [word = '', path = ''] = posted.value.text('move').split(' ');
  const way = WAYS.find((one) => one === word);
  if (!way || !itemAt(kept.draft.content, path)) return refused({ kind: 'conflict', message: gone });
  const name = path.split('~').at(-1)!;
  const made = await changeDraft(web, kept, (of) => ({ ok: true, value: moved(of, path, way) }));
  return made.ok ? redirect(`${here(web, kept)}?done=moved&item=${encodeURIComponent(name)}`) : refused(made.refusal);
};

/** Writing the items of a questionnaire: add, change, copy, move, take away. Fixed words before `:item`. */
export const buildingRoutes: readonly Route[] = [
  get(`${HERE}/new`, fresh),
  post(HERE, add),
  post('/surveys/questionnaires/:number/order', place),
  get(`${HERE}/:item`, one),
  post(`${HERE}/:item`, write),
  post(
    `${HERE}/:item/copies`,
    deed((of, path) => copied(of, path), 'copied'),
  ),
  get(`${HERE}/:item/removal`, removal),
  post(
    `${HERE}/:item/removal`,
    deed((of, path) => without(of, path), 'removed'),
  ),
];
