import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Link } from './link.tsx';

export interface Fact {
  readonly name: string;
  /** Left out of the list when null or undefined. */
  readonly value: ComponentChildren;
}

/** Names and values under each other: who, when, where. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map((fact) =>
      fact.value === null || fact.value === undefined ? null : (
        <>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </>
      ),
    )}
  </dl>
);

export interface Answered extends Fact {
  /** Where the answer can be changed: the step of the form with its field. */
  readonly changeHref?: string | undefined;
}

/** "Check your answers" before the deed: every answer with a link that changes it. Empty answers say that they are empty. */
export const Answers = ({ lang, answers }: { readonly lang: Lang; readonly answers: readonly Answered[] }) => (
  <dl class="answers">
    {answers.map((answer) => (
      <div key={answer.name}>
        <dt>{answer.name}</dt>
        <dd>
          {answer.value === '' || answer.value === null || answer.value === undefined ? (
            <span class="quiet">{lang.t('ui.answers.empty')}</span>
          ) : (
            answer.value
          )}
        </dd>
        {answer.changeHref ? (
          <dd class="edit">
            <Link href={answer.changeHref} label={lang.t('ui.answers.change_what', { what: answer.name })}>
              {lang.t('ui.answers.change')}
            </Link>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
);
