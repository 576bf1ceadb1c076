import type { Lang } from '#core/i18n/lang.ts';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import type { At } from '../../../pages/parts/words.tsx';
import type { Ballot } from '../../../schema.ts';
import { fillingOf } from '../../rules.ts';

interface EffectProps {
  readonly lang: Lang;
  readonly at: At;
  readonly ballot: Ballot;
  /** This reader may record an election by hand. */
  readonly mayFill: boolean;
}

/** What followed of the result by itself, or why not and what can be done now. */
export const EffectOf = ({ lang, at, ballot, mayFill }: EffectProps) => {
  const effect = ballot.closure?.effect;
  const filling = fillingOf(ballot);
  if (!effect) return null;
  if (!filling) return <p>{effect.done ? lang.t('ballots.effect.version') : lang.say(effect.why)}</p>;
  const office = lang.t(`forum.leads.office.${filling.office}`);
  const leads = <Link href={at('/members/leads')}>{lang.t('forum.leads.title')}</Link>;
  if (effect.done)
    return (
      <p>
        {lang.t('ballots.filling.done', { office })} {leads}
      </p>
    );
  return (
    <Notice warn title={lang.t('ballots.filling.waits', { office })}>
      <Stack>
        <p>{lang.say(effect.why)}</p>
        <p>{mayFill ? <Link href={at('/members/leads/new')}>{lang.t('forum.leads.record')}</Link> : leads}</p>
      </Stack>
    </Notice>
  );
};
