import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Result, type ResultProps } from '#ui/result.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { PageTitle } from '#ui/title.tsx';
import { type Explained, type Moment, wordsIn } from '../../rules.ts';
import type { CaseSeen } from '../schema.ts';
import { Done } from './parts/done.tsx';
import { Explanation } from './parts/explanation.tsx';
import { spanWords } from './parts/span.tsx';
import { CaseStateChip, distanceOf, dueWords } from './parts/state.tsx';

interface CasePageProps {
  readonly lang: Lang;
  readonly zone: string;
  readonly moment: Moment;
  readonly seen: CaseSeen;
  /** null: the country's calendar cannot say it any more. */
  readonly explained: Explained | null;
  readonly body: { readonly name: Texts; readonly slug: string } | null;
  readonly at: (path: string) => string;
  /** Somebody of the body that owes it. */
  readonly own: boolean;
  readonly mayKeep: boolean;
  readonly mayExtend: boolean;
  readonly withheld: WithheldThings;
  /** The forum whose files these are. */
  readonly forum: string;
  /** Pages on which a keeper makes a link for exactly one deed of the body. */
  readonly links: { readonly fulfil: string; readonly extend: string };
  readonly done: string | null;
  /** What came of the deed, for others. */
  readonly result: Omit<ResultProps, 'lang'> | null;
}

/** One thing owed: by whom, by which rule, and the due day with every day that was counted or skipped. */
export const CasePage = (props: CasePageProps) => {
  const { lang, seen, moment, zone, body, at, explained, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        over={lang.t('obligations.case', { number: seen.number })}
        title={wordsIn(lang, seen.title)}
        lede={wordsIn(lang, seen.ruleTitle)}
        state={<CaseStateChip lang={lang} line={seen} moment={moment} />}
      />
      <Facts
        facts={[
          {
            name: lang.t('obligations.body'),
            value: body ? <Link href={at(`/bodies/${body.slug}`)}>{lang.pick(body.name)}</Link> : null,
          },
          { name: lang.t('obligations.owed_to'), value: wordsIn(lang, seen.owedTo) },
          {
            name: lang.t('obligations.due'),
            value: [dueWords(lang, seen, zone), distanceOf(lang, seen, moment.today)].filter(Boolean).join(', '),
          },
          { name: lang.t('obligations.term'), value: spanWords(lang, seen.span) },
          {
            name: lang.t('obligations.from'),
            value: seen.triggerAt ? lang.moment(seen.triggerAt, zone) : lang.date(seen.triggerOn),
          },
          { name: lang.t('obligations.reference'), value: seen.reference },
          {
            name: lang.t('obligations.basis'),
            value: (
              <>
                {seen.basisUrl ? (
                  <Link href={seen.basisUrl}>{wordsIn(lang, seen.basis)}</Link>
                ) : (
                  wordsIn(lang, seen.basis)
                )}{' '}
                <small class="quiet">{lang.t('obligations.rule_version', { n: seen.ruleVersion })}</small>
              </>
            ),
          },
          {
            name: lang.t('obligations.about'),
            value: seen.path ? <Link href={at(seen.path)}>{wordsIn(lang, seen.title)}</Link> : null,
          },
        ]}
      />
      <End {...props} />
      {props.result ? <Result lang={lang} {...props.result} /> : null}
      <Deeds {...props} />
      <Section title={lang.t('obligations.explanation')} id="explanation">
        <p class="quiet">{lang.t('obligations.explanation_lede')}</p>
        {explained ? <Explanation lang={lang} explained={explained} /> : <p>{lang.t('obligations.no_explanation')}</p>}
      </Section>
      {seen.changes.length > 0 ? (
        <Section title={lang.t('obligations.changes')} id="changes">
          <Timeline
            events={seen.changes.toReversed().map((change) => ({
              when: lang.date(change.on),
              datetime: change.on,
              what: (
                <>
                  {change.kind === 'revived'
                    ? lang.t('obligations.change.revived')
                    : lang.t('obligations.change.due', {
                        old: lang.date(change.oldDue),
                        due: lang.date(change.newDue),
                      })}{' '}
                  {wordsIn(lang, change.why)}
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  );
};

/** How it ended: done, by which source; or waived, for which reason. */
const End = (props: CasePageProps) => {
  const { lang, seen } = props;
  const { fulfilment, waiver } = seen;
  if (!fulfilment && !waiver) return null;
  return (
    <Section title={lang.t(fulfilment ? 'obligations.done_title' : 'obligations.waived_title')} id="end">
      {fulfilment ? <Done {...props} fulfilment={fulfilment} concerned={props.own || props.mayKeep} /> : null}
      {waiver && !fulfilment ? (
        <p>
          {lang.date(waiver.on)}. {wordsIn(lang, waiver.reason)}
        </p>
      ) : null}
    </Section>
  );
};

/** What keepers and the body can do with it. What belongs to another room is done there. */
const Deeds = ({ lang, seen, at, own, mayKeep, mayExtend, links }: CasePageProps) => {
  if (!(mayKeep || own) || seen.closed) return null;
  if (seen.path) return <p class="quiet">{lang.t('obligations.refused.elsewhere')}</p>;
  const to = (deed: string) => at(`/obligations/${seen.number}/${deed}`);
  return (
    <Section title={lang.t('obligations.deeds')} id="deeds">
      <div class="acts">
        <ButtonLink href={to('fulfilment')}>
          {lang.t(mayKeep ? 'obligations.fulfil.title' : 'obligations.fulfil.title_body')}
        </ButtonLink>
        {mayExtend ? (
          <ButtonLink second href={to('extension')}>
            {lang.t('obligations.extend.title')}
          </ButtonLink>
        ) : null}
        {mayKeep ? (
          <ButtonLink second href={to('waiver')}>
            {lang.t('obligations.waive.title')}
          </ButtonLink>
        ) : null}
      </div>
      {mayKeep ? (
        <ul>
          <li>
            <Link href={`${to('fulfilment')}?way=paper`}>{lang.t('obligations.fulfil.title_paper')}</Link>
          </li>
          <li>
            <Link href={links.fulfil}>{lang.t('obligations.link_fulfil')}</Link>
          </li>
          {mayExtend ? (
            <li>
              <Link href={links.extend}>{lang.t('obligations.link_extend')}</Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Section>
  );
};
