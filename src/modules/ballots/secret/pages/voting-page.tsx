import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Message } from '#core/i18n/message.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { seatWords } from '../../pages/parts/seat-links.tsx';
import type { Ballot, RollRow } from '../../schema.ts';
import { WayOut } from './parts/way-out.tsx';

interface VotingProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly ballot: Ballot;
  /** "23 November 2026, 18:00"; null: somebody closes it. */
  readonly until: string | null;
  /** The seat whose paper is taken here; null: this reader speaks for none. */
  readonly seat: RollRow | null;
  /** Further seats of this reader, each with the page of its paper. */
  readonly others: readonly { readonly row: RollRow; readonly href: string }[];
  /** Why the reader's seat does not vote. */
  readonly why: Message | null;
  /** For the script of this page, as JSON. */
  readonly asked: string;
  /** What keepers do here; null for others. */
  readonly keeper: ComponentChildren;
  /** The fields of the slip. */
  readonly children: ComponentChildren;
}

/** Voting in secret from afar: each step is hidden until the script shows it. */
export const VotingPage = (props: VotingProps) => {
  const { lang, at, ballot, until, why, keeper } = props;
  return (
    <>
      <PageTitle
        over={lang.t('ballots.secret.title', { number: ballot.number })}
        title={lang.pick(ballot.title)}
        lede={lang.t('ballots.secret.lede')}
        state={until ? <span>{lang.t('ballots.secret.until', { when: until })}</span> : null}
      />
      <Stack>
        <p>
          <Link href={at('/ballots/secrecy')}>{lang.t('ballots.secret.promises_link')}</Link>
        </p>
        <Said lang={lang} texts={ballot.words} />
        {why ? <p class="notice warn">{lang.say(why)}</p> : null}
        <Others {...props} />
        <p class="notice warn" data-without-script>
          {lang.t('ballots.secret.noscript')}
        </p>
        <Steps {...props} />
        {keeper}
      </Stack>
    </>
  );
};

const Others = ({ lang, others }: VotingProps) =>
  others.length === 0 ? null : (
    <>
      <p>{lang.t('ballots.secret.seats')}</p>
      <ul>
        {others.map(({ row, href }) => (
          <li key={row.key}>
            <Link href={href}>{seatWords(lang, row)}</Link>
          </li>
        ))}
      </ul>
    </>
  );

const Steps = ({ lang, seat, asked, children }: VotingProps) => (
  <div class="stack" data-secret-ballot={asked} hidden>
    {seat ? <p>{seatWords(lang, seat)}</p> : null}
    <p class="notice warn" role="alert" tabindex={-1} data-problem={lang.t('ballots.secret.problem')} hidden />
    {(['cannot', 'none', 'taken'] as const).map((step) => (
      <p key={step} data-step={step} hidden>
        {lang.t(`ballots.secret.${step}`)}
      </p>
    ))}
    <div class="stack" data-step="ask" hidden>
      <p>{lang.t('ballots.secret.ask_about')}</p>
      <p class="acts">
        <button class="btn" type="button" data-press="ask">
          {lang.t('ballots.secret.ask')}
        </button>
      </p>
    </div>
    <form class="form" data-choice data-step="vote sure" hidden>
      <fieldset class="bare" aria-label={lang.t('ballots.secret.choice')}>
        {children}
      </fieldset>
      <div class="acts" data-step="vote" hidden>
        <button class="btn" type="submit">
          {lang.t('ballots.secret.check')}
        </button>
      </div>
    </form>
    <div class="stack" data-step="sure" hidden>
      <p tabindex={-1} data-first>
        {lang.t('ballots.secret.sure')}
      </p>
      <p class="acts">
        <button class="btn" type="button" data-press="cast">
          {lang.t('ballots.secret.cast')}
        </button>
        <button class="btn second" type="button" data-press="change">
          {lang.t('ballots.secret.change')}
        </button>
      </p>
    </div>
    <WayOut lang={lang} />
    <div class="receipt" data-step="cast" hidden>
      <h2 tabindex={-1} data-first>
        {lang.t('ballots.secret.cast_done')}
      </h2>
      <p>
        <span class="quiet small">{lang.t('ballots.secret.tracker')}</span> <b class="num" data-tracker />
      </p>
      <p>{lang.t('ballots.secret.tracker_about')}</p>
    </div>
  </div>
);

interface StillProps extends Pick<VotingProps, 'lang' | 'at' | 'ballot'> {
  readonly state: 'early' | 'waiting' | 'withdrawn';
}

/** Before and between: nobody votes and nothing is shown. */
export const StillPage = ({ lang, at, ballot, state }: StillProps) => (
  <>
    <PageTitle
      over={lang.t('ballots.secret.title', { number: ballot.number })}
      title={lang.pick(ballot.title)}
      lede={lang.t(`ballots.secret.${state}`)}
    />
    <Section title={lang.t('ballots.secret.promises_link')}>
      <p>
        <Link href={at('/ballots/secrecy')}>{lang.t('ballots.secret.promises.title')}</Link>
      </p>
    </Section>
  </>
);
