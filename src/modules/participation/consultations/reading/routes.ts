import { holds } from '#core/actor.ts';
import type { Verdict } from '#core/command.ts';
import { type Answer, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { namesById } from '../../questions/names/queries.ts';
import { numberIn } from '../../voices/forms.ts';
import { articlesOf, draftOf } from '../drafts/queries.ts';
import type { Around } from '../pages/parts/said.tsx';
import type { Placed } from '../pages/parts/unit-line.tsx';
import { consultationByLabel, wholeOf } from '../queries.ts';
import { carried, openVersion, pathOf, unitsOf } from '../rules.ts';
import type { Consultation, Draft, DraftArticle, DraftVersion, Unit, Whole } from '../schema.ts';

export const unknown: Answer = refused({ kind: 'not_found', message: message('participation.consultations.unknown') });

export const crumbsOf = (web: Web, consultation?: Consultation) => [
  { label: web.lang.t('participation.consultations.title'), href: web.at('/consultations') },
  ...(consultation
    ? [
        {
          label: web.lang.t('participation.consultations.one', { label: consultation.label }),
          href: web.at(pathOf(consultation)),
        },
      ]
    : []),
];

/** Only for whom the verdict says so; strangers are asked to sign in. */
export async function guarded(web: Web, verdict: Verdict, answer: () => Promise<Answer>): Promise<Answer> {
  if (verdict.may) return answer();
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

/** A consultation as its pages show it: with the version that lies open now, and where everything said stands in it. */
export interface Read extends Whole {
  readonly draft: Draft | null;
  readonly version: DraftVersion | null;
  /** null: withheld, or nothing is public any more. */
  readonly articles: readonly DraftArticle[] | null;
  readonly units: readonly Unit[];
  readonly placed: readonly Placed[];
}

/** The consultation of the address with all of it; null: there is none. */
export async function readAt(web: Web): Promise<Read | null> {
  const consultation = await consultationByLabel(web.db, web.forum.id, web.params.label);
  return consultation && readOf(web, consultation);
}

async function readOf(web: Web, consultation: Consultation): Promise<Read> {
  const { db, forum } = web;
  const whole = await wholeOf(db, forum.id, consultation);
  const draft = await draftOf(db, forum.id, consultation);
  const version = draft && openVersion(draft);
  const texts = await articlesOf(db, forum, [
    ...whole.comments.map((comment) => comment.version),
    ...(version ? [version.id] : []),
  ]);
  const articles = (version && texts.get(version.id)) ?? null;
  const units = unitsOf(whole);
  const placed = units.map((unit): Placed => {
    const [first] = unit.comments;
    const madeOn = draft?.versions.find(({ id }) => id === first?.version)?.number ?? null;
    return {
      unit,
      carried: carried(first?.article ?? null, (first && texts.get(first.version)) ?? [], articles ?? []),
      madeOn: first && first.version !== version?.id ? madeOn : null,
    };
  });
  return { ...whole, draft, version, articles, units, placed };
}

/** The place of the address. */
export const placeIn = (web: Web): number | null => numberIn(web.params.place);

/** What pages of a consultation need around them. */
export async function aroundOf(
  web: Web,
  { consultation, comments }: Pick<Whole, 'consultation' | 'comments'>,
): Promise<Around> {
  const { lang, at, db, forum, sight, actor } = web;
  const bodies = [consultation.body, ...comments.flatMap(({ body }) => body ?? [])];
  const keepsRecord = holds(actor, 'coordinator', forum.id) || holds(actor, 'secretary', forum.id);
  return {
    ...{ lang, at: (path: string) => at(path), consultation, withheld: await web.withheld(forum.id) },
    names: await namesById(db, forum.id, { bodies, places: [] }, sight.shows('places')),
    takeDown: keepsRecord ? (type, id) => at(`/withheld/new?${new URLSearchParams({ type, id })}`) : null,
  };
}
