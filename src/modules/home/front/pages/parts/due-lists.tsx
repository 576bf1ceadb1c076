import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import type { DueLine, Front } from '#modules/plans/contract.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { comingOf, MOST } from '../../rules.ts';

interface ListProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly at: (path: string) => string;
}

/** Measures whose day is past, the longest first, each with its days. */
export const LateToday = ({ lang, today, lines, at }: ListProps & { readonly lines: readonly DueLine[] }) => (
  <Section title={lang.t('home.front.late')} id="late">
    {lines.length === 0 ? <p class="quiet">{lang.t('home.front.nothing_late')}</p> : null}
    <ul class="plainlist">
      {lines.slice(0, MOST).map((line) => (
        <Line key={line.id} lang={lang} line={line} at={at}>
          <State lang={lang} kind="late">
            {lang.t('home.front.late_days', { n: daysBetween(line.due, today) })}
          </State>{' '}
          {lang.t('home.front.was_due', { date: lang.date(line.due) })}
        </Line>
      ))}
    </ul>
    <More lang={lang} lines={lines} at={at} />
  </Section>
);

/** What falls due next: measures, and the day on which executors report. */
export const DueNext = ({ lang, today, front, at }: ListProps & { readonly front: Front }) => {
  const coming = comingOf(front);
  return (
    <Section title={lang.t('home.front.next')} id="next">
      {coming.length === 0 ? <p class="quiet">{lang.t('home.front.nothing_next')}</p> : null}
      <ul class="plainlist">
        {coming.map((one) => {
          const when = lang.t('home.front.due', { date: lang.date(one.on), distance: lang.distance(today, one.on) });
          return one.kind === 'measure' ? (
            <Line key={one.line.id} lang={lang} line={one.line} at={at}>
              {when}
            </Line>
          ) : (
            <li key={one.planSlug}>
              <Link href={at(`/plans/${one.planSlug}`)}>{lang.t('home.front.report_day')}</Link>
              <p class="meta">{when}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

interface LineProps {
  readonly lang: Lang;
  readonly line: DueLine;
  readonly at: (path: string) => string;
  readonly children: ComponentChildren;
}

const Line = ({ lang, line, at, children }: LineProps) => (
  <li>
    <Link href={at(`/plans/${line.planSlug}/measures/${line.slug}`)}>
      {line.number ? `${line.number} ` : null}
      <ChosenText lang={lang} of={lang.choose(line.title)} />
    </Link>
    <p class="meta">{children}</p>
  </li>
);

const More = ({ lang, lines, at }: Pick<LineProps, 'lang' | 'at'> & { readonly lines: readonly DueLine[] }) => {
  const first = lines[0];
  return first && lines.length > MOST ? (
    <p>
      <Link href={at(`/plans/${first.planSlug}?state=late`)}>{lang.t('home.front.all_late', { n: lines.length })}</Link>
    </p>
  ) : null;
};
