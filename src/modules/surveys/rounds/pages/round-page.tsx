import type { Lang } from '#core/i18n/lang.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Counted } from '../../keeping/schema.ts';
import { pathOf, stageOf } from '../rules.ts';
import type { Declared, Round } from '../schema.ts';
import { MethodFacts } from './parts/method-facts.tsx';
import { Progress, waysOf } from './parts/progress.tsx';

interface RoundPageProps {
  readonly lang: Lang;
  readonly round: Round;
  readonly today: PlainDate;
  readonly here: string;
  readonly at: (path: string) => string;
  readonly mayKeep: boolean;
  readonly questionnaire: string;
  readonly plan: string | null;
  readonly placeName: (id: string) => string;
  readonly counts: readonly Counted[];
  readonly said: readonly Declared[];
  readonly before: Round | null;
  readonly after: Round | null;
  readonly done: string | null;
}

/** A round for everybody: what is asked, by whom, of whom, until when, how to take part, how far it is. */
export const RoundPage = (props: RoundPageProps) => {
  const { lang, round, today, here, done, mayKeep } = props;
  const stage = stageOf(round, today);
  const { declaration } = round;
  return (
    <>
      <PageTitle
        over={lang.t('surveys.round.number', { number: round.number })}
        title={lang.pick(declaration.title)}
        state={lang.t(`surveys.stage.${stage}`)}
      />
      <Stack>
        {done ? <Notice title={done} /> : null}
        {stage === 'running' && declaration.modes.includes('link') ? (
          <Section title={lang.t('surveys.round.take_part')} id="take-part">
            <p>{lang.t('surveys.round.take_part_until', { day: lang.date(declaration.until) })}</p>
            <p class="acts">
              <ButtonLink href={`${here}/answer`}>
                {lang.t(declaration.singleUse ? 'surveys.round.answer_code' : 'surveys.round.answer')}
              </ButtonLink>
            </p>
          </Section>
        ) : null}
        {mayKeep ? <KeeperDeeds {...props} /> : null}
        <Figures {...props} />
        <MethodFacts {...props} />
        <Section title={lang.t('surveys.declaring.consent')}>
          <Said lang={lang} texts={declaration.consent} />
        </Section>
        <History {...props} />
      </Stack>
    </>
  );
};

const KeeperDeeds = ({ lang, round, here, at, after }: RoundPageProps) => {
  const { modes, singleUse } = round.declaration;
  const open = round.closure === null;
  return (
    <Section title={lang.t('surveys.round.keep')}>
      <ul>
        {open ? (
          <>
            <li>
              <Link href={`${here}/interviewers`}>{lang.t('surveys.asking.title')}</Link>
            </li>
            {singleUse || modes.includes('link') || modes.includes('kiosk') ? (
              <li>
                <Link href={`${here}/links`}>{lang.t('surveys.links.title')}</Link>
              </li>
            ) : null}
            {modes.includes('paper') ? (
              <li>
                <Link href={`${here}/papers`}>{lang.t('surveys.paper.title')}</Link>
              </li>
            ) : null}
            <li>
              <Link href={`${here}/declaration`}>{lang.t('surveys.declaring.change', { number: round.number })}</Link>
            </li>
            <li>
              <Link href={`${here}/closure`}>{lang.t('surveys.closing.title', { number: round.number })}</Link>
            </li>
          </>
        ) : null}
        <li>
          <Link href={`${here}/interviews`}>{lang.t('surveys.judging.title')}</Link>
        </li>
        {after ? null : (
          <li>
            <Link href={at(`/surveys/new?after=${round.number}`)}>{lang.t('surveys.round.next_wave')}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
};

const Figures = ({ lang, round, counts, placeName }: RoundPageProps) => {
  const { places, groups } = round.declaration;
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  return (
    <Section title={lang.t('surveys.progress.title')} id="progress">
      <Stack>
        <p>
          {lang.t('surveys.progress.all', { n })} {waysOf(lang, counts)}
        </p>
        {places.length > 0 ? (
          <Progress
            {...{ lang, counts, caption: lang.t('surveys.progress.places'), head: lang.t('surveys.progress.place') }}
            rows={places
              .map(({ place, wanted }) => ({ key: place, name: placeName(place), wanted }))
              .sort((a, b) => lang.compare(a.name, b.name))}
            of={({ place }) => place}
          />
        ) : null}
        {groups.length > 0 ? (
          <Progress
            {...{ lang, counts, caption: lang.t('surveys.progress.groups'), head: lang.t('surveys.progress.group') }}
            rows={groups.map(({ key, name, wanted }) => ({ key, name: lang.pick(name), wanted }))}
            of={({ group }) => group}
          />
        ) : null}
      </Stack>
    </Section>
  );
};

const History = ({ lang, at, said, before, after, round }: RoundPageProps) => (
  <Section title={lang.t('surveys.round.history')}>
    <Facts
      facts={[
        {
          name: lang.t('surveys.round.before'),
          value: before && <Link href={at(pathOf(before))}>{lang.pick(before.declaration.title)}</Link>,
        },
        {
          name: lang.t('surveys.round.after'),
          value: after && <Link href={at(pathOf(after))}>{lang.pick(after.declaration.title)}</Link>,
        },
        ...said.map((one, i) => ({
          name: lang.date(one.on),
          value: `${lang.t(i === 0 ? 'surveys.round.said_first' : 'surveys.round.said_anew')} ${one.reason ?? ''}`,
        })),
        {
          name: round.closure ? lang.date(round.closure.on) : lang.date(addDays(round.declaration.until, 1)),
          value: round.closure
            ? `${lang.t(`surveys.stage.${round.closure.kind}`)}. ${round.closure.reason ?? ''}`
            : lang.t('surveys.round.contacts_go'),
        },
      ]}
    />
  </Section>
);
