import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { State, type StateKind } from '#ui/state.tsx';
import type { State as BallotState } from '../../schema.ts';

export type At = (path: string) => string;

const DRAWN: Readonly<Record<BallotState, StateKind>> = {
  written: 'not_started',
  open: 'under_way',
  waiting: 'late',
  closed: 'complete',
  withdrawn: 'withdrawn',
};

export const StateOf = ({ lang, state }: { readonly lang: Lang; readonly state: BallotState }) => (
  <State lang={lang} kind={DRAWN[state]}>
    {lang.t(`ballots.state.${state}`)}
  </State>
);

interface ArticleProps {
  readonly lang: Lang;
  readonly at: At;
  readonly of: { readonly document: string; readonly article: string };
  readonly children?: ComponentChildren;
}

/** The article that was followed, where everybody can read it. */
export const ArticleLink = ({ lang, at, of }: ArticleProps) => (
  <Link
    href={at(of.document === 'founding' ? '/documents/founding' : `/documents/${of.document}#article-${of.article}`)}
  >
    {lang.t('ballots.article', { article: of.article })}
  </Link>
);

/** "23 November 2026, 18:00" */
export const momentWords = (lang: Lang, zone: string, at: Date): string => lang.moment(at, zone);
