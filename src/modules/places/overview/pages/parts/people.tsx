import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Sum } from '../../../populations/rules.ts';
import type { Population } from '../../../schema.ts';

/** How many people, always with the day; what is put together says of how many parts; unknown says so. */
export function peopleCell(
  lang: Lang,
  { figure, sum }: { readonly figure: Population | null; readonly sum: Sum | null },
): ComponentChildren {
  if (figure) {
    return (
      <>
        {lang.number(figure.people)} <small class="quiet">{lang.shortDate(figure.day)}</small>
      </>
    );
  }
  if (!sum) return <small class="quiet">{lang.t('places.people.unknown')}</small>;
  const known = { known: lang.number(sum.known), of: lang.number(sum.of) };
  return (
    <>
      {lang.number(sum.people)}{' '}
      <small class="quiet">
        {lang.t(sum.known === sum.of ? 'places.people.sum' : 'places.people.sum_part', known)}
      </small>
    </>
  );
}
