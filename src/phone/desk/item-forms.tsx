import { useState } from 'preact/hooks';
import { plainDate } from '#core/time/plain-date.ts';
import { isAsWanted, presenceIn } from '#modules/meetings/desk/rules.ts';
import { COUNTINGS, type Counting, type Step, VOTED, type Voted } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import { newId } from '../store/new-id.ts';
import type { Desk } from './use-desk.ts';
import { seatWords } from './words.ts';

interface ItemFormsProps {
  readonly desk: Desk;
  readonly item: string;
  /** A vote is being taken: only notes can be written. */
  readonly voting: boolean;
}

/** What can be done in an open item. What was typed stays until it is kept. */
export function ItemForms({ desk, item, voting }: ItemFormsProps) {
  const { lang, clock } = usePhone();
  const { snapshot, does } = desk;
  const [kind, setKind] = useState<Voted>('ordinary');
  const [counting, setCounting] = useState<Counting>('names');
  const [reason, setReason] = useState('');
  const asWanted = isAsWanted(snapshot, counting);
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const day = plainDate(due);
  return (
    <>
      {voting ? null : (
        <Written
          title={lang.t('phone.motion.put')}
          label={lang.t('phone.motion.words')}
          deed={lang.t('phone.motion.open')}
          step={(words) => ({
            ...{ kind: 'motion', motion: newId(clock.now()), item, words, decision: kind, counting },
            reason: asWanted ? null : reason.trim() || null,
          })}
          does={does}
          open
        >
          <Choice
            label={lang.t('phone.motion.decision')}
            value={kind}
            options={VOTED.map((one) => [one, lang.t(`phone.decision.${one}`)])}
            choose={(value) => setKind(value as Voted)}
          />
          <Choice
            label={lang.t('phone.motion.counting')}
            value={counting}
            options={COUNTINGS.map((one) => [one, lang.t(`phone.motion.${one}`)])}
            choose={(value) => setCounting(value as Counting)}
          />
          {asWanted ? null : (
            <label class="field">
              <span class="label">{lang.t('phone.motion.reason')}</span>
              <input
                class="in"
                maxLength={1000}
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </label>
          )}
        </Written>
      )}
      {voting ? null : (
        <Written
          title={lang.t('phone.add.consensus')}
          label={lang.t('phone.add.consensus_words')}
          deed={lang.t('phone.add.keep')}
          step={(words) => ({ kind: 'consensus', item, words })}
          does={does}
        />
      )}
      {voting ? null : (
        <Written
          title={lang.t('phone.add.task')}
          label={lang.t('phone.add.task_words')}
          deed={lang.t('phone.add.keep')}
          step={(words) => (owner && day ? { kind: 'task', item, words, owner, due: day } : null)}
          does={does}
        >
          <Choice
            label={lang.t('phone.add.task_owner')}
            value={owner}
            options={[
              ['', lang.t('phone.attendance.choose')],
              ...snapshot.seats
                .filter((seat) => seat.owes)
                .map(({ key }) => [key, seatWords(lang, snapshot, key)] as const),
            ]}
            choose={setOwner}
          />
          <label class="field">
            <span class="label">{lang.t('phone.add.task_due')}</span>
            <input class="in in-m" type="date" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
          </label>
        </Written>
      )}
      <Written
        title={lang.t('phone.add.note')}
        label={lang.t('phone.add.note_words')}
        deed={lang.t('phone.add.keep')}
        step={(words) => ({ kind: 'note', item, words })}
        does={does}
      />
      {voting ? null : <Aside desk={desk} item={item} />}
    </>
  );
}

interface WrittenProps {
  readonly title: string;
  readonly label: string;
  readonly deed: string;
  /** null: something else is missing. */
  readonly step: (words: string) => Step | null;
  readonly does: Desk['does'];
  readonly open?: boolean;
  readonly children?: preact.ComponentChildren;
}

function Written({ title, label, deed, step, does, open, children }: WrittenProps) {
  const { lang } = usePhone();
  const [words, write] = useState('');
  const [missing, miss] = useState(false);
  return (
    <details open={open}>
      <summary>{title}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          const said = words.trim() === '' ? null : step(words.trim());
          miss(said === null);
          if (said) void does(said).then((kept) => kept && write(''));
        }}
      >
        <label class="field">
          <span class="label">{label}</span>
          <textarea
            class="in"
            rows={3}
            maxLength={4000}
            value={words}
            aria-invalid={missing || undefined}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        {children}
        {missing ? (
          <p class="wrong" role="alert">
            {lang.t('phone.add.missing')}
          </p>
        ) : null}
        <div class="acts">
          <button type="submit" class="btn">
            {deed}
          </button>
        </div>
      </form>
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

const Choice = ({ label, value, options, choose }: ChoiceProps) => (
  <label class="field">
    <span class="label">{label}</span>
    <select class="in" value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  </label>
);

/** Who stands aside in the item: known from the register of interests, or said in the hall. */
function Aside({ desk: { snapshot, walked, does }, item }: { readonly desk: Desk; readonly item: string }) {
  const { lang } = usePhone();
  const aside = presenceIn(snapshot, walked.hall, item);
  return (
    <details>
      <summary>{lang.t('phone.add.aside')}</summary>
      <ul class="plainlist">
        {snapshot.seats
          .filter((seat) => seat.filled)
          .map((seat) => {
            const now = aside.find((one) => one.seat === seat.key)?.recused ?? false;
            return (
              <li key={seat.key}>
                <label class="pick">
                  <input
                    type="checkbox"
                    checked={now}
                    onChange={() => void does({ kind: 'recusal', item, seat: seat.key, aside: !now })}
                  />
                  <span>{seatWords(lang, snapshot, seat.key)}</span>
                </label>
              </li>
            );
          })}
      </ul>
    </details>
  );
}
