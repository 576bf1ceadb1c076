import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Change as Changed } from '#ui/change.tsx';
import type { Change, Money } from '../../rules.ts';

/** One line of an amendment: texts differ word by word, days and sums as a whole. */
export const ChangeWords = ({ lang, change }: { readonly lang: Lang; readonly change: Change }) => {
  switch (change.field) {
    case 'title':
    case 'text': {
      const after = lang.choose(change.after);
      const before = change.before[after.language] ?? lang.pick(change.before);
      return <Changed lang={lang} before={before} after={after.text} textLang={after.language} />;
    }
    case 'starts_on':
    case 'due_on':
      return (
        <Changed
          lang={lang}
          before={change.words ?? dayWords(lang, change.before)}
          after={dayWords(lang, change.after)}
        />
      );
    case 'budget':
      return <Changed lang={lang} before={moneyWords(lang, change.before)} after={moneyWords(lang, change.after)} />;
    case 'number':
      return <Changed lang={lang} before={change.before ?? '–'} after={change.after ?? '–'} />;
  }
};

const dayWords = (lang: Lang, day: PlainDate | null): string => (day ? lang.date(day) : '–');

/** "12 500 AZN" of minor units. */
export const moneyWords = (lang: Lang, money: Money | null): string =>
  money ? `${lang.number(money.minor / 100)} ${money.currency}` : '–';
