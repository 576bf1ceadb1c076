import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';

interface TakeDownProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  /** The texts that are shown, as things that can be withheld. */
  readonly texts: readonly { readonly type: string; readonly id: string; readonly name: string }[];
}

/** For those who keep the record: a demand is written down about exactly one text of the page. */
export const TakeDown = ({ lang, at, texts }: TakeDownProps) =>
  texts.length === 0 ? null : (
    <li>
      {lang.t('places.withheld.take_down')}{' '}
      {texts.map(({ type, id, name }, nth) => (
        <>
          {nth > 0 ? ', ' : null}
          <Link href={at(`/withheld/new?type=${type}&id=${id}`)}>{name}</Link>
        </>
      ))}
    </li>
  );
