import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Item } from '../../agenda/schema.ts';
import type { Meeting } from '../../calls/schema.ts';
import { Deed } from '../../pages/parts/deed.tsx';

interface RecordPageProps {
  readonly lang: Lang;
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  /** Address of the meeting. */
  readonly base: string;
  /** Where a ballot on an item is written. */
  readonly ballotHref: (item: Item) => string;
  readonly quorum: ComponentChildren;
  /** The minutes were approved: nothing is changed any more. */
  readonly closed: boolean;
  /** The hour now in the zone of the forum; null: the day has passed. */
  readonly hour: string | null;
  readonly done: string | null;
}

/** From the first item to the last: what the secretary does while the meeting runs, or writes down after it. */
export const RecordPage = (props: RecordPageProps) => {
  const { lang, meeting, items, base, quorum, closed, hour, done } = props;
  const values = { item: '', hour: hour ?? '' };
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('meetings.record.title')} lede={lang.t('meetings.record.lede')} />
      {closed ? <Notice title={lang.t('meetings.record.closed')} warn /> : null}
      <Stack>
        {meeting.begun ? quorum : null}
        <div class="acts">
          {!meeting.begun ? (
            <Deed main action={`${base}/beginning`} words={lang.t('meetings.record.begin')} values={values} />
          ) : null}
          {meeting.begun && !closed ? (
            <>
              <ButtonLink href={`${base}/attendance/entry`}>{lang.t('meetings.attendance.edit')}</ButtonLink>
              <ButtonLink href={`${base}/guests`} second>
                {lang.t('meetings.guests.add')}
              </ButtonLink>
              <ButtonLink href={`${base}/sheets`} second>
                {lang.t('meetings.sheet.title')}
              </ButtonLink>
              <ButtonLink href={`${base}/notes`} second>
                {lang.t('meetings.note.whole')}
              </ButtonLink>
            </>
          ) : null}
          <Link href={base}>{lang.t('meetings.back')}</Link>
        </div>
      </Stack>
      {items.map((item) => (
        <Section key={item.id} title={`${item.number}. ${lang.pick(item.title)}`} id={`item-${item.number}`}>
          <p>
            <ItemState lang={lang} item={item} /> <ChosenText lang={lang} of={lang.choose(item.words ?? {})} />
          </p>
          {meeting.begun && !closed ? <ItemDeeds {...props} item={item} /> : null}
          {/* Elections are prepared before the meeting begins, also for a hall without internet. */}
          {meeting.begun ? null : <Link href={props.ballotHref(item)}>{lang.t('meetings.record.ballot')}</Link>}
        </Section>
      ))}
      {meeting.begun && !meeting.ended ? (
        <Section title={lang.t('meetings.record.end')} id="end">
          <p class="quiet">{lang.t('meetings.record.end_lede')}</p>
          <Deed action={`${base}/ending`} words={lang.t('meetings.record.end')} values={values} />
        </Section>
      ) : null}
    </>
  );
};

const ItemState = ({ lang, item }: { readonly lang: Lang; readonly item: Item }) => {
  const state = item.ended ? 'ended' : item.begun ? 'running' : 'waiting';
  const kind = item.ended ? 'complete' : item.begun ? 'under_way' : 'not_started';
  return (
    <State lang={lang} kind={kind}>
      {lang.t(`meetings.record.item_${state}`)}
    </State>
  );
};

const ItemDeeds = ({ lang, meeting, base, item, hour, ballotHref }: RecordPageProps & { readonly item: Item }) => {
  const values = { item: item.id, hour: hour ?? '' };
  const of = `?item=${item.number}`;
  return (
    <div class="acts">
      {!item.begun && !meeting.ended ? (
        <Deed
          action={`${base}/beginning`}
          words={lang.t('meetings.record.begin_item')}
          label={lang.t('meetings.record.begin_item_no', { n: item.number })}
          values={values}
        />
      ) : null}
      {item.begun && !item.ended && !meeting.ended ? (
        <Deed
          action={`${base}/ending`}
          words={lang.t('meetings.record.end_item')}
          label={lang.t('meetings.record.end_item_no', { n: item.number })}
          values={values}
        />
      ) : null}
      <Link href={`${base}/attendance/entry${of}`}>{lang.t('meetings.record.came_left')}</Link>
      <Link href={`${base}/recusals${of}`}>{lang.t('meetings.aside_deed')}</Link>
      {item.begun ? <Link href={ballotHref(item)}>{lang.t('meetings.record.ballot')}</Link> : null}
      {item.begun ? <Link href={`${base}/decisions${of}`}>{lang.t('meetings.record.decision')}</Link> : null}
      {item.begun ? <Link href={`${base}/tasks${of}`}>{lang.t('meetings.record.task')}</Link> : null}
      <Link href={`${base}/notes${of}`}>{lang.t('meetings.record.note')}</Link>
    </div>
  );
};
