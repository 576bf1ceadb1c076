import type { Lang } from '#core/i18n/lang.ts';

interface PeopleProps {
  readonly lang: Lang;
  /** Everybody asked. Up to 200 are drawn one by one, more as a bar. */
  readonly n: number;
  /** Those who said so. */
  readonly yes: number;
  /** "know of the plan": completes "13 of 50 ...". */
  readonly what: string;
}

const MOST_DOTS = 200;

/** One dot a person, in tens, so that 50 respondents look like 50. Drawn with borders, which printers keep. */
export function People({ lang, n, yes, what }: PeopleProps) {
  const label = lang.t('ui.people', { yes: lang.number(yes), n: lang.number(n), what });
  if (n > MOST_DOTS) {
    return (
      <svg class="people-bar" role="img" aria-label={label} width="100%" height="20">
        <rect class="all" y="1" width="100%" height="18" />
        <rect class="yes" y="1" width={`${Math.round((yes / n) * 1000) / 10}%`} height="18" />
      </svg>
    );
  }
  const tens = Array.from({ length: Math.ceil(n / 10) }, (_, ten) =>
    Array.from({ length: Math.min(10, n - ten * 10) }, (_, i) => ten * 10 + i),
  );
  return (
    <div class="people" role="img" aria-label={label}>
      {tens.map((ten) => (
        <span key={ten[0]}>
          {ten.map((i) => (
            <i key={i} class={i < yes ? 'y' : undefined} />
          ))}
        </span>
      ))}
    </div>
  );
}
