import type { Lang } from '#core/i18n/lang.ts';
import type { Motion } from '#modules/ballots/contract.ts';
import { Wall } from '#ui/wall.tsx';
import type { Meeting } from '../../calls/schema.ts';
import { shortened } from '../rules.ts';
import type { Picture, QuorumShown } from '../schema.ts';

interface ProjectorProps {
  readonly lang: Lang;
  readonly meeting: Meeting;
  readonly pictures: readonly Picture[];
  /** Which of them, from 0. */
  readonly at: number;
  readonly items: number;
  /** At this item; null: the rules name none. */
  readonly quorum: QuorumShown | null;
  readonly look: 'day' | 'night' | null;
  /** Address of the meeting. */
  readonly here: string;
}

/** Two lines at the smallest size. */
const MOST_OF_TITLE = 96;

/** What the hall sees now. */
export const Projector = (props: ProjectorProps) => {
  const { lang, meeting, pictures, at, items, look, here } = props;
  const picture = pictures[at]!;
  const to = (place: number, how: 'day' | 'night' | null = look) =>
    `${here}/projector?picture=${place + 1}${how ? `&look=${how}` : ''}`;
  const { item, motion, part, parts, shown } = picture;
  const over = [
    item
      ? lang.t('meetings.projector.item', { number: item.number, all: items })
      : lang.t('meetings.projector.cover', { number: meeting.number, day: lang.date(meeting.call.on) }),
    ...(motion ? [lang.t('meetings.projector.ballot', { number: motion.number })] : []),
    ...(parts > 1 ? [lang.t('meetings.projector.part', { part, parts })] : []),
  ].join(' · ');
  const ground = look === 'night' ? 'day' : 'night';
  return (
    <Wall
      {...{ over, look, size: shown.size, lines: shown.lines }}
      about={item && motion ? shortened(lang.pick(item.title), MOST_OF_TITLE) : undefined}
      facts={[...quorumFacts(props), ...(motion ? resultFacts(lang, motion) : [])]}
      back={at > 0 ? { href: to(at - 1), label: lang.t('meetings.projector.back') } : null}
      forth={at < pictures.length - 1 ? { href: to(at + 1), label: lang.t('meetings.projector.forth') } : null}
      others={[
        { href: to(at, ground), label: lang.t(`meetings.projector.${ground}`) },
        { href: here, label: lang.t('meetings.projector.leave') },
      ]}
      name={lang.t('meetings.projector.pictures')}
    />
  );
};

/** Whether there is a quorum, overall and where it is missing in a group. */
function quorumFacts({ lang, quorum }: ProjectorProps) {
  if (!quorum) return [{ sign: '–', words: lang.t('meetings.projector.quorum_unknown') }];
  const { met, have, need, missing } = quorum;
  const key = met ? 'meetings.projector.quorum_met' : 'meetings.projector.quorum_missing';
  return [
    { sign: met ? '●' : '▲', words: lang.t(key, { have, need }) },
    ...missing.slice(0, 2).map((one) => {
      const group = shortened(lang.pick(one.name), 40);
      return { sign: '▲', words: lang.t('meetings.projector.quorum_group', { group, have: one.have, need: one.need }) };
    }),
  ];
}

/** How it stands with a ballot; figures only once it is closed. */
function resultFacts(lang: Lang, { state, result, options }: Motion) {
  if (!result) {
    const words = lang.t(state === 'open' ? 'meetings.projector.voting' : 'meetings.projector.written');
    return [{ sign: state === 'open' ? '◐' : '○', words }];
  }
  const verdict = lang.t(`meetings.projector.verdict.${result.verdict}`);
  const { marks } = result.counts;
  if (options.length === 0) {
    const counts = { yes: marks.for, no: marks.against, abstain: marks.abstain };
    return [{ sign: '■', loud: true, words: lang.t('meetings.projector.result_motion', { verdict, ...counts }) }];
  }
  const chosen = result.stands.find(({ option }) => option === result.option);
  const label = chosen ? lang.pick(options[Number(chosen.option) - 1] ?? {}) : '';
  const words = chosen
    ? lang.t('meetings.projector.result_option', { verdict, option: shortened(label, 60), votes: chosen.votes })
    : verdict;
  return [{ sign: '■', loud: true, words }];
}
