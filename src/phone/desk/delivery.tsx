import type { Delivery, Receipt } from '#modules/meetings/desk/schema.ts';
import { timeOf, usePhone } from '../shell/phone.ts';
import { newId } from '../store/new-id.ts';
import type { Desk } from './use-desk.ts';
import { stepWords } from './words.ts';

/** Ends the meeting, sends it, and saves it as a file. */
export function DeliveryPart({ desk }: { readonly desk: Desk }) {
  const { lang, store, clock, changed } = usePhone();
  const { kept, operations, parcel, walked, does } = desk;
  const pack = async (): Promise<void> => {
    const id = newId(clock.now());
    const body: Delivery = { format: 1, id, desk: kept.id, secret: kept.secret, operations };
    const fresh = {
      id,
      path: `${kept.path}/delivery`,
      body: JSON.stringify(body),
      tries: 0,
      notBefore: 0,
      answer: null,
    };
    await store.pack({ ...kept, parcel: id }, fresh);
    changed();
  };
  const ended = walked.hall.ended !== null;
  return (
    <div class="stack">
      <h2>{lang.t('phone.desk.delivery')}</h2>
      {ended || parcel ? null : (
        <>
          <p>{lang.t('phone.end.first')}</p>
          <div class="acts">
            <button type="button" class="btn" onClick={() => void does({ kind: 'meeting_ended' })}>
              {lang.t('phone.end.do')}
            </button>
          </div>
        </>
      )}
      {ended && !parcel ? (
        <div class="acts">
          <button type="button" class="btn" onClick={() => void pack()}>
            {lang.t('phone.deliver.do')}
          </button>
        </div>
      ) : null}
      {parcel ? <OnTheWay desk={desk} /> : null}
      <p>{lang.t('phone.file.what')}</p>
      <div class="acts">
        <button type="button" class="btn second" onClick={() => saveFile(desk)}>
          {lang.t('phone.file.save')}
        </button>
      </div>
    </div>
  );
}

/** What became of the parcel. */
function OnTheWay({ desk }: { readonly desk: Desk }) {
  const { lang, store, sending, clock, changed } = usePhone();
  const { kept, parcel, snapshot, operations } = desk;
  const answer = parcel?.answer;
  const page = kept.path.replace(/\/desk$/, '');
  if (answer?.kind === 'taken') {
    const receipt = answer.receipt as Receipt;
    return (
      <div class="say yes" role="status">
        <p>{lang.t('phone.deliver.done', { time: timeOf(receipt.at), n: receipt.operations })}</p>
        <a href={page}>{lang.t('phone.deliver.page')}</a>
      </div>
    );
  }
  if (answer?.kind === 'refused') {
    const step = operations.find(({ id }) => id === answer.step);
    // Nothing of it was done, so the desk may go on and send it under a new id.
    const open = async (): Promise<void> => {
      await store.keepDesk({ ...kept, parcel: null });
      changed();
    };
    return (
      <div class="say no" role="alert">
        <p>{lang.t('phone.deliver.refused')}</p>
        <p>{answer.why}</p>
        {step ? <p>{lang.t('phone.deliver.step', { what: stepWords(lang, snapshot, step) })}</p> : null}
        {answer.status === 410 ? null : (
          <button type="button" class="btn second" onClick={() => void open()}>
            {lang.t('phone.deliver.correct')}
          </button>
        )}
      </div>
    );
  }
  const seconds = sending.next === null ? null : Math.ceil((sending.next - clock.now().getTime()) / 1000);
  return (
    <div class="say" role="status">
      <p>
        {lang.t('phone.deliver.waiting')}{' '}
        {seconds !== null && seconds > 0 ? lang.t('phone.deliver.next', { n: seconds }) : null}
      </p>
      {sending.signIn ? (
        <p>
          {lang.t('phone.deliver.sign_in')} <a href={`/${lang.code}/sign-in`}>{lang.t('phone.deliver.sign_in_do')}</a>
        </p>
      ) : null}
      <button type="button" class="btn" onClick={sending.now}>
        {lang.t('phone.deliver.now')}
      </button>
    </div>
  );
}

/** The file for bringing in by hand: every step, without what only this desk knows. */
function saveFile({ kept, operations, snapshot, parcel }: Desk): void {
  // The same id as the parcel that is under way, so that one that comes both ways is one; else the desk's own.
  const body: Delivery = { format: 1, id: parcel?.id ?? kept.id, desk: kept.id, secret: null, operations };
  const address = URL.createObjectURL(new Blob([JSON.stringify(body)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `ortaq-${snapshot.forum.slug}-${snapshot.meeting.number}.json`;
  link.click();
  // The browser reads it after the press is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
