import type { Lang } from '#core/i18n/lang.ts';
import { Notice } from '#ui/notice.tsx';
import { ALL } from '../../rules.ts';
import type { Weakness } from '../../schema.ts';

interface WeakProps {
  readonly lang: Lang;
  readonly weak: readonly Weakness[];
  /** The name of a constituency's urn. */
  readonly nameOf: (urn: string) => string;
}

/** Before the opening: so few can vote that the result may tell who said what. */
export const WeakNotice = ({ lang, weak, nameOf }: WeakProps) =>
  weak.length === 0 ? null : (
    <Notice warn title={lang.t('ballots.secret.weak')}>
      {weak.map(({ constituency, voters }) => (
        <p key={constituency}>
          {constituency === ALL
            ? lang.t('ballots.secret.weak_all', { n: voters })
            : lang.t('ballots.secret.weak_in', { urn: nameOf(constituency), n: voters })}
        </p>
      ))}
      <p>{lang.t('ballots.secret.weak_do')}</p>
    </Notice>
  );
