import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';
import { piece } from './piece.ts';

/** What one voice says of a number of things: of `total`, it spoke of `known`, and of those `done` are complete. */
export interface Voice {
  readonly done: number;
  readonly known: number;
  readonly total: number;
}

export type VoiceName = 'executor' | 'civil';

interface TwoVoicesProps {
  readonly lang: Lang;
  /** Null: this voice was not asked at all (an old plan evaluated by one side only). */
  readonly executor: Voice | null;
  readonly civil: Voice | null;
}

/**
 * What the executors report over what civil society finds, on the same scale. A solid bar and a hatched one; what is
 * known but not complete is a framed rest, what is unknown stays an empty dashed frame: it is not zero.
 */
export const TwoVoices = ({ lang, executor, civil }: TwoVoicesProps) => (
  <div class="voices">
    <OneVoice lang={lang} name="executor" voice={executor} />
    <OneVoice lang={lang} name="civil" voice={civil} />
  </div>
);

function OneVoice({
  lang,
  name,
  voice,
}: {
  readonly lang: Lang;
  readonly name: VoiceName;
  readonly voice: Voice | null;
}) {
  return (
    <div class="voice">
      <span>{lang.t(`ui.voices.${name}`)}</span>
      <Bar name={name} voice={voice} />
      <span class="num">{said(lang, name, voice)}</span>
    </div>
  );
}

/** The figures beside a bar: "2 of 4", and how many are unknown. */
function said(lang: Lang, name: VoiceName, voice: Voice | null): ComponentChildren {
  if (!voice) return <span class="quiet">{lang.t('ui.voices.not_asked')}</span>;
  const unknown = voice.total - voice.known;
  const missing = unknown > 0 ? <small>{lang.t(`ui.voices.unknown.${name}`, { n: unknown })}</small> : null;
  if (voice.known === 0) return missing;
  return (
    <>
      <b>{lang.t('ui.voices.of', { done: lang.number(voice.done), known: lang.number(voice.known) })}</b>
      <span class="vh"> {lang.t('ui.state.complete')} </span> {missing}
    </>
  );
}

const percent = (part: number, whole: number): number => (whole > 0 ? Math.round((part / whole) * 10_000) / 100 : 0);

function Bar({ name, voice }: { readonly name: VoiceName; readonly voice: Voice | null }) {
  const { done, known, total } = voice ?? { done: 0, known: 0, total: 0 };
  const spoken = percent(known, total);
  const complete = percent(done, total);
  return (
    <svg class="bar" aria-hidden="true" width="100%" height="16">
      {spoken < 100 ? <rect class="none" x={`${spoken}%`} y="1" width={`${100 - spoken}%`} height="14" /> : null}
      {spoken > complete ? (
        <rect class="rest" x={`${complete}%`} y="1" width={`${percent(known - done, total)}%`} height="14" />
      ) : null}
      {complete > 0 ? <rect class={name} y="1" width={`${complete}%`} height="14" /> : null}
    </svg>
  );
}

/** What the bars mean, once above them. */
export const VoicesLegend = piece(
  ({ lang }: { readonly lang: Lang }) => (
    <ul class="legend">
      {(['executor', 'civil', 'rest', 'none'] as const).map((mark) => (
        <li key={mark}>
          <svg class="bar" aria-hidden="true" width="24" height="12">
            <rect class={mark} x="1" y="1" width="22" height="10" />
          </svg>
          {lang.t(`ui.voices.legend.${mark}`)}
        </li>
      ))}
    </ul>
  ),
  ({ lang }) => lang.code,
);

/** The two voices say different things about one matter. */
export const Differ = ({ lang, children }: { readonly lang: Lang; readonly children?: ComponentChildren }) => (
  <span class="differ">≠ {children ?? lang.t('ui.voices.differ')}</span>
);

export interface Point {
  readonly no: string;
  readonly title: ComponentChildren;
  readonly href: string;
  /** Short facts under the title: "4 measures", a late chip, the lead. */
  readonly facts?: readonly ComponentChildren[] | undefined;
  readonly executor: Voice | null;
  readonly civil: Voice | null;
}

/** Progress point by point, each with both voices. */
export const Progress = ({ lang, points }: { readonly lang: Lang; readonly points: readonly Point[] }) => (
  <ol class="points">
    {points.map((point) => (
      <li key={point.no}>
        <span class="no">{point.no}</span>
        <div>
          <h3>
            <Link href={point.href}>{point.title}</Link>
          </h3>
          {point.facts ? (
            <p class="meta">
              {point.facts.map((fact) => (
                <span>{fact}</span>
              ))}
            </p>
          ) : null}
        </div>
        <TwoVoices lang={lang} executor={point.executor} civil={point.civil} />
      </li>
    ))}
  </ol>
);

interface StatementProps {
  /** Whose voice; `other` for a resident, a donor. */
  readonly voice: VoiceName | 'other';
  readonly who: ComponentChildren;
  readonly when?: ComponentChildren;
  /** The state chip it says. */
  readonly state?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Evidence, method, source. */
  readonly foot?: ComponentChildren;
  readonly id?: string | undefined;
}

/** What one side says, under its name: solid edge for executors, double edge for civil society. */
export const Statement = ({ voice, who, when, state, children, foot, id }: StatementProps) => (
  <article class={`say say-${voice}`} id={id}>
    <header>
      <b>{who}</b>
      {when ? <span>{when}</span> : null}
    </header>
    {state}
    {children}
    {foot ? <p class="source">{foot}</p> : null}
  </article>
);
