import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Said, SaidInline } from '#ui/said.tsx';
import { BreachList } from '../../pages/parts/breaches.tsx';
import { PageLink, type PageTitles } from '../../pages/parts/page-link.tsx';
import type { ItemSaid, Minutes } from '../composing/schema.ts';
import type { Correction } from '../schema.ts';
import { BallotPart } from './parts/ballot-part.tsx';
import { QuorumWords } from './parts/quorum-words.tsx';
import { SeatList } from './parts/seat-list.tsx';

export interface MinutesTextProps {
  readonly lang: Lang;
  readonly minutes: Minutes;
  readonly corrections: readonly Correction[];
  readonly documentTitle: (document: string) => string;
  readonly at: (path: string) => string;
  /** Titles of the pages that items are about. */
  readonly titles: PageTitles;
}

/** The whole of the minutes: who was there, what was dealt with and decided, what of the rules was not kept. */
export const MinutesText = (props: MinutesTextProps) => {
  const { lang, minutes, documentTitle } = props;
  return (
    <>
      <Head lang={lang} minutes={minutes} />
      <Section title={lang.t('meetings.attendance.title')} id="attendance">
        {minutes.kind === 'working_group' ? null : <QuorumWords lang={lang} quorum={minutes.quorum} />}
        {minutes.groups.map((group) => (
          <div key={group.constituency}>
            <h3>
              {group.name ? lang.pick(group.name) : lang.t('meetings.quorum.assembly')}{' '}
              <small>{lang.t('meetings.figures.of', { there: group.there, of: group.all })}</small>
            </h3>
            <SeatList lang={lang} seats={group.seats} />
          </div>
        ))}
        {minutes.guests.length > 0 ? (
          <>
            <h3>{lang.t('meetings.guests.title')}</h3>
            <ul>
              {minutes.guests.map((one) => (
                <li key={`${one.kind} ${one.words}`}>
                  {lang.t(`meetings.guests.${one.kind}`)}: {one.words} ({one.n})
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>
      {minutes.items.map((item) => (
        <ItemPart key={item.id} {...props} item={item} />
      ))}
      {minutes.text ? (
        <Section title={lang.t('meetings.minutes.closing')} id="closing">
          <Said lang={lang} texts={minutes.text} />
        </Section>
      ) : null}
      <Corrections lang={lang} corrections={props.corrections.filter(({ item }) => item === null)} />
      {minutes.breaches.length > 0 ? (
        <Section title={lang.t('meetings.breach.title')} id="breaches">
          <BreachList lang={lang} breaches={minutes.breaches} titleOf={documentTitle} />
        </Section>
      ) : null}
    </>
  );
};

const Head = ({ lang, minutes }: Pick<MinutesTextProps, 'lang' | 'minutes'>) => {
  const when = minutes.until
    ? lang.t('meetings.from_until', { from: lang.date(minutes.on), until: lang.date(minutes.until) })
    : lang.date(minutes.on);
  const hours = [minutes.begun, minutes.ended].filter(Boolean).join(' – ');
  return (
    <Facts
      facts={[
        { name: lang.t('meetings.when'), value: hours ? `${when}, ${hours}` : when },
        { name: lang.t('meetings.call.group'), value: minutes.group ? lang.pick(minutes.group) : null },
        { name: lang.t('meetings.call.place'), value: minutes.place ? lang.pick(minutes.place) : null },
        {
          name: lang.t('meetings.called_by'),
          value: minutes.members
            ? lang.t('meetings.convener_members', { n: minutes.members })
            : lang.t(`meetings.convener.${minutes.convener}`),
        },
        { name: lang.t('meetings.invited_on'), value: minutes.invitedOn ? lang.date(minutes.invitedOn) : null },
        { name: lang.t('meetings.kept_by'), value: lang.pick(minutes.keeper) },
        { name: lang.t('meetings.minutes.ruled'), value: lang.t(`meetings.minutes.by_${minutes.by}`) },
      ]}
    />
  );
};

const ItemPart = (props: MinutesTextProps & { readonly item: ItemSaid }) => {
  const { lang, item, at, corrections, minutes } = props;
  const title = item.number === 0 ? lang.t('meetings.minutes.other') : `${item.number}. ${lang.pick(item.title)}`;
  return (
    <Section title={title} id={`item-${item.number}`}>
      {item.words ? <Said lang={lang} texts={item.words} /> : null}
      {item.presenter ? (
        <p class="quiet">{lang.t('meetings.item.presented_by', { who: lang.pick(item.presenter) })}</p>
      ) : null}
      {item.about.map((one) => (
        <p key={one.id} class="small">
          {one.type === 'page' ? (
            <PageLink lang={lang} at={at} path={one.id} titles={props.titles} />
          ) : one.name ? (
            lang.pick(one.name)
          ) : null}
        </p>
      ))}
      {item.lateOn ? <p class="small">{lang.t('meetings.item.late', { day: lang.shortDate(item.lateOn) })}</p> : null}
      {item.held && minutes.kind !== 'working_group' ? <QuorumWords lang={lang} quorum={item.quorum} /> : null}
      {item.held ? null : <p>{lang.t('meetings.minutes.not_held')}</p>}
      {item.changes.length > 0 ? (
        <>
          <p>{lang.t('meetings.minutes.changes')}</p>
          <SeatList lang={lang} seats={item.changes} />
        </>
      ) : null}
      {item.aside.length > 0 ? (
        <p>
          {lang.t('meetings.minutes.aside', {
            who: lang.list(item.aside.map(({ number, organisation }) => `${lang.pick(organisation)} (${number})`)),
          })}
        </p>
      ) : null}
      {item.text ? <Said lang={lang} texts={item.text} /> : null}
      {item.said ? <Remembered lang={lang} said={item.said} /> : null}
      {item.ballots.map((ballot) => (
        <BallotPart key={ballot.number} lang={lang} ballot={ballot} at={at} documentTitle={props.documentTitle} />
      ))}
      <Given {...props} />
      <Corrections lang={lang} corrections={corrections.filter((one) => one.item === item.id)} />
    </Section>
  );
};

const Remembered = ({ lang, said }: { readonly lang: MinutesTextProps['lang']; readonly said: Texts }) => (
  <>
    <h3>{lang.t('meetings.note.said')}</h3>
    <Said lang={lang} texts={said} />
  </>
);

/** What was decided and given to do at an item. */
const Given = ({ lang, item, at, documentTitle }: MinutesTextProps & { readonly item: ItemSaid }) => (
  <>
    {item.decisions.length > 0 ? (
      <ul>
        {item.decisions.map((one) => (
          <li key={one.number}>
            <Link href={at(`/decisions/${one.number}`)}>{lang.t('meetings.decision_no', { number: one.number })}</Link>:{' '}
            <SaidInline lang={lang} texts={one.words} /> ({lang.t(`meetings.decided.${one.kind}`)}
            {one.ballot ? `, ${lang.t('meetings.ballot_no', { number: one.ballot })}` : null}
            {one.article && one.document
              ? `, ${lang.t('meetings.by_article', { article: one.article, document: documentTitle(one.document) })}`
              : null}
            )
          </li>
        ))}
      </ul>
    ) : null}
    {item.tasks.length > 0 ? (
      <ul>
        {item.tasks.map((one) => (
          <li key={one.number}>
            {lang.t('meetings.task_no', { number: one.number })}: <SaidInline lang={lang} texts={one.words} /> –{' '}
            {lang.pick(one.owner)}
            {one.office ? `, ${lang.pick(one.office)}` : null},{' '}
            {lang.t('meetings.tasks.by', { day: lang.date(one.due) })}
          </li>
        ))}
      </ul>
    ) : null}
  </>
);

const Corrections = ({ lang, corrections }: Pick<MinutesTextProps, 'lang' | 'corrections'>) =>
  corrections.length === 0 ? null : (
    <div class="stack">
      {corrections.map((one) => (
        <div key={one.id} class="card" id={`correction-${one.id}`}>
          <p>
            <strong>{lang.t('meetings.correction.on', { day: lang.date(one.on), decision: one.decision })}</strong>
          </p>
          <Said lang={lang} texts={one.words} />
        </div>
      ))}
    </div>
  );
