import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Option } from './field.tsx';
import { Link } from './link.tsx';
import { otherParameters, withQuery } from './query.ts';

interface FiltersProps {
  readonly lang: Lang;
  /** Address of this page: kept values come from it, parameters of others go along. */
  readonly url: URL;
  /** Names of the fields inside. */
  readonly own: readonly string[];
  /** What the filter found: "12 of 58 measures". */
  readonly found?: ComponentChildren | undefined;
  readonly children: ComponentChildren;
}

/** Chooses rows by the address alone: a form that asks (GET), with no script. Going back to page one. */
export function Filters({ lang, url, own, found, children }: FiltersProps) {
  const set = own.some((name) => url.searchParams.get(name));
  const cleared = withQuery(url, { ...Object.fromEntries(own.map((name) => [name, null])), page: null });
  return (
    <form class="filters" method="get" action={url.pathname} aria-label={lang.t('ui.filters.name')}>
      {otherParameters(url, [...own, 'page']).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button class="btn second" type="submit">
        {lang.t('ui.filters.show')}
      </button>
      {set ? (
        <Link class="out" href={cleared}>
          {lang.t('ui.filters.clear')}
        </Link>
      ) : null}
      {found ? <p class="found">{found}</p> : null}
    </form>
  );
}

interface FilterProps {
  readonly url: URL;
  readonly name: string;
  readonly label: string;
}

/** One of several; `any` is the first line and means no filter. */
export const FilterSelect = ({
  url,
  name,
  label,
  any,
  options,
}: FilterProps & { readonly any: string; readonly options: readonly Option[] }) => {
  const chosen = url.searchParams.get(name) ?? '';
  return (
    <label>
      {label}
      <select class="in" name={name}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Words to look for. */
export const FilterText = ({ url, name, label }: FilterProps) => (
  <label>
    {label}
    <input class="in" type="search" name={name} value={url.searchParams.get(name) ?? ''} />
  </label>
);

/** A day, from which on or until which; sends `name=2026-11-23`. */
export const FilterDay = ({ url, name, label }: FilterProps) => (
  <label class="day">
    {label}
    <input class="in" type="date" name={name} value={url.searchParams.get(name) ?? ''} />
  </label>
);

/** Only those that ...; sends `name=yes`. */
export const FilterTick = ({ url, name, label }: FilterProps) => (
  <label class="tick">
    <input type="checkbox" name={name} value="yes" checked={url.searchParams.get(name) === 'yes'} />
    {label}
  </label>
);
