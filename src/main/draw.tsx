import { randomBytes } from 'node:crypto';
import { h, type VNode } from 'preact';
import { holds } from '#core/actor.ts';
import type { Pieces } from '#core/cache/pieces.ts';
import { REFUSALS, type Refusal } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import type { Drawn } from '#core/http/drawn.ts';
import type { Page, Web } from '#core/http/route.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import type { Module } from '#core/module.ts';
import { isOpen, isShownPart } from '#core/opening/openness.ts';
import { partAt } from '#core/opening/part.ts';
import { AssistedBanner, DemonstrationBanner, NotPublicBanner, ReadOnlyBanner } from '#ui/banner.tsx';
import { frame } from '#ui/frame.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { SCRIPTS } from '../enhance.gen.ts';

/** What the frame of a page needs beyond the page itself. */
export interface Look {
  readonly modules: readonly Module[];
  readonly publicUrl: string;
  /** Parts of pages that are not drawn twice; left out: every part is. */
  readonly pieces?: Pieces | undefined;
  /** Roles as which a visitor may look at a demonstration. */
  readonly demonstrationRoles: readonly { readonly role: string; readonly name: string }[];
}

const SHORT: Readonly<Record<LanguageCode, string>> = { az: 'Az', en: 'En', ru: 'Ру' };

/** Draws the document: menu of the forum's modules, the same page in other languages, banners, footer. */
export function draw(look: Look, web: Web, page: Page): Drawn {
  const { lang, forum, url } = web;
  const living = forum.kind !== 'reference' || `${url.pathname}/`.startsWith(`/${lang.code}/${forum.slug}/`);
  const person = web.actor.kind === 'person' ? web.actor : null;
  const whole = {
    lang,
    page,
    forum: living
      ? {
          name: lang.pick(forum.name),
          // Of a forum in preparation strangers learn the name.
          motto: isStranger(web) ? '' : lang.pick(forum.motto),
          href: `/${lang.code}/${forum.slug}`,
          motif: forum.motif,
          demonstration: forum.demonstration,
        }
      : null,
    // A record has nothing behind the menu.
    menu: living && forum.kind !== 'record' && !isStranger(web) ? menuOf(look, web) : [],
    languages: LANGUAGES.map((code) => ({
      code,
      label: SHORT[code],
      href: inLanguage(url, code, web.actor.kind === 'link'),
      current: code === lang.code,
    })),
    person: person ? { name: person.name, deskHref: deskOf(web), signOutHref: `/${lang.code}/sign-out` } : null,
    // In an assisted session the strip on top holds the way out; nobody signs in over it.
    signInHref: web.actor.kind === 'assisted' ? null : `/${lang.code}/sign-in`,
    footer: [
      {
        label: lang.t('opendata.footer'),
        href: living && !isStranger(web) ? `/${lang.code}/${forum.slug}/log` : `/${lang.code}/log`,
      },
      ...(['about', 'method', 'safety', 'accessibility', 'privacy'] as const).map((name) => ({
        label: lang.t(`home.footer.${name}`),
        href: `/${lang.code}/${name}`,
      })),
      ...(living && forum.kind === 'living' && !isStranger(web)
        ? (['shown', 'withheld'] as const).map((name) => ({
            label: lang.t(`home.footer.${name}`),
            href: `/${lang.code}/${forum.slug}/${name}`,
          }))
        : []),
    ],
    banner: bannerOf(look, web),
    script: page.script ? SCRIPTS[page.script] : undefined,
    canonical: `${look.publicUrl}${url.pathname}`,
    // What nobody in particular reads is kept for many: an id in it would make them one. An answer to a form is never kept.
    formId: web.actor.kind === 'nobody' && web.method === 'GET' ? null : randomBytes(16).toString('base64url'),
  };
  return frame(whole, look.pieces);
}

/** The same page in another language: only the first segment of the path changes. Who came by a one-deed link keeps it. */
function inLanguage(url: URL, code: LanguageCode, byLink: boolean): string {
  const rest = url.pathname.replace(/^\/(az|en|ru)(?=\/|$)/, '');
  const query = new URLSearchParams(url.searchParams);
  if (!byLink) query.delete('deed');
  return `/${code}${rest}${query.size > 0 ? `?${query}` : ''}`;
}

const deskOf = (web: Web): string =>
  web.forum.kind === 'reference' ? `/${web.lang.code}/me` : `/${web.lang.code}/${web.forum.slug}/desk`;

/** Outside of a forum that is not open. */
const isStranger = ({ sight }: Web): boolean => !sight.inside && !isOpen(sight.openness);

const partsOf = (look: Look) => look.modules.flatMap((module) => module.parts ?? []);

function menuOf(look: Look, web: Web) {
  const parts = partsOf(look);
  const isSeen = (path: string): boolean => {
    const part = partAt(parts, path);
    return !part || web.sight.shows(part.id);
  };
  const entries = look.modules
    .flatMap((module) => module.menu ?? [])
    .filter((entry) => (!entry.shownTo || entry.shownTo(web.actor)) && isSeen(entry.path));
  return entries
    .filter((entry) => entry === entries.find(({ id }) => id === entry.id))
    .sort((a, b) => a.order - b.order)
    .map((entry) => ({
      id: entry.id,
      label: entry.label(web.lang),
      href: `/${web.lang.code}/${web.forum.slug}${entry.path}`,
    }));
}

function bannerOf(look: Look, web: Web): VNode | null {
  const { lang, forum, actor } = web;
  const strips: VNode[] = [];
  if (actor.kind === 'assisted')
    strips.push(
      <AssistedBanner
        lang={lang}
        name={actor.name}
        until={lang.moment(actor.until, forum.zone)}
        over={actor.over}
        deskHref={deskOf(web)}
        action={`/${lang.code}/assisted/closure`}
      />,
    );
  if (forum.demonstration) {
    const current =
      actor.kind === 'person' ? (actor.roles.find((held) => held.forum === forum.id)?.role ?? null) : null;
    strips.push(
      <DemonstrationBanner
        lang={lang}
        // Only a living forum can be looked at with the eyes of a role: a record has nothing to do.
        roles={
          forum.kind === 'living'
            ? look.demonstrationRoles.map(({ role, name }) => ({ id: role, label: lang.say({ key: name }) }))
            : []
        }
        action={`/${lang.code}/${forum.slug}/demo/look`}
        current={current}
        back={web.method === 'GET' ? web.url.pathname : undefined}
        removeHref={holds(actor, 'operator', REFERENCE) ? `/${lang.code}/${forum.slug}/demo/removal` : undefined}
      />,
    );
  }
  const hidden = notPublic(look, web);
  if (hidden) {
    const keeps = hidden === 'preview' || ['coordinator', 'secretary'].some((role) => holds(actor, role, forum.id));
    const openingHref =
      keeps || holds(actor, 'operator', REFERENCE) ? `/${lang.code}/${forum.slug}/opening` : undefined;
    strips.push(<NotPublicBanner lang={lang} why={hidden} openingHref={openingHref} />);
  }
  if (forum.kind === 'record') strips.push(<ReadOnlyBanner lang={lang} />);
  return strips.length > 0 ? h('div', null, strips) : null;
}

/** Why others do not see this page, where they do not. */
function notPublic(look: Look, { sight, url, lang, forum }: Web): 'preparing' | 'part_hidden' | 'preview' | null {
  if (!sight.inside) return null;
  if (sight.preview) return 'preview';
  if (!sight.openness.opened) return 'preparing';
  const part = partAt(partsOf(look), url.pathname.slice(`/${lang.code}/${forum.slug}`.length));
  return part && !isShownPart(sight.openness, part.id) ? 'part_hidden' : null;
}

/** The page of a "no": what happened, what to do, and the reference number where the fault is ours. */
export function refusalPage(web: Web, refusal: Refusal, reference: string | null): Page {
  const { lang } = web;
  const kind = reference ? 'surprise' : refusal.kind;
  const title = lang.say({ key: `errors.title.${kind}` });
  const status = reference ? 500 : REFUSALS[refusal.kind];
  return {
    title,
    noindex: true,
    main: (
      <>
        <PageTitle over={String(status)} title={title} lede={lang.say(refusal.message)} />
        {reference ? (
          <p>{lang.t('errors.reference', { id: reference })}</p>
        ) : (
          <p>{lang.say({ key: `errors.body.${refusal.kind}` })}</p>
        )}
        {refusal.fields ? (
          <ul>
            {refusal.fields.map((field) => (
              <li key={field.field}>{lang.say(field.message)}</li>
            ))}
          </ul>
        ) : null}
        <p>
          <ButtonLink href={refusal.kind === 'sign_in' && !reference ? `/${lang.code}/sign-in` : `/${lang.code}`}>
            {refusal.kind === 'sign_in' && !reference ? lang.t('ui.sign_in') : lang.t('errors.first_page')}
          </ButtonLink>
        </p>
      </>
    ),
  };
}
