import type { Lang } from '#core/i18n/lang.ts';
import type { QuorumFound } from '#modules/forum/contract.ts';

/** Was there a quorum, of how many, by which article. */
export const QuorumWords = ({ lang, quorum }: { readonly lang: Lang; readonly quorum: QuorumFound | null }) => {
  if (!quorum) return <p>{lang.t('meetings.minutes.no_quorum_rule')}</p>;
  const [overall] = quorum.steps;
  const params = { have: overall?.have ?? 0, out: overall?.out ?? 0, article: quorum.article };
  return <p>{lang.t(quorum.met ? 'meetings.minutes.quorum_yes' : 'meetings.minutes.quorum_no', params)}</p>;
};
