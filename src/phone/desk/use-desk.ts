import { useEffect, useRef, useState } from 'preact/hooks';
import { type Message, message } from '#core/i18n/message.ts';
import type { Operation, Snapshot, Step } from '#modules/meetings/desk/schema.ts';
import { type Walked, walk } from '#modules/meetings/desk/steps/rules.ts';
import { usePhone } from '../shell/phone.ts';
import { newId } from '../store/new-id.ts';
import type { DeskKept, Parcel } from '../store/schema.ts';

/** A meeting in the hall, as its pages see it. */
export interface Desk {
  readonly kept: DeskKept;
  readonly snapshot: Snapshot;
  readonly operations: readonly Operation[];
  readonly walked: Walked;
  readonly parcel: Parcel | null;
  /** Why the last step was not done; null: it was. */
  readonly no: Message | null;
  /** Does one step: asked by the law of the site, kept on the disk, then shown. Resolves to whether it was done. */
  readonly does: (step: Step) => Promise<boolean>;
}

/** null: not read yet; 'none': not on this device. */
export function useDesk(id: string): Desk | 'none' | null {
  const { store, clock, edition, changed } = usePhone();
  const [read, set] = useState<Pick<Desk, 'kept' | 'operations' | 'parcel'> | 'none' | null>(null);
  const [no, refuse] = useState<Message | null>(null);
  // Two quick presses are two steps, one after another.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Of these alone: read again whenever something was kept, also by another window
  useEffect(() => {
    void Promise.all([store.desk(id), store.operations(id), store.parcels()]).then(([kept, operations, parcels]) =>
      set(kept ? { kept, operations, parcel: parcels.find((one) => one.id === kept.parcel) ?? null } : 'none'),
    );
  }, [edition, id]);
  if (read === null || read === 'none') return read;
  const { kept, operations } = read;
  const { snapshot } = kept;
  if (!snapshot) return 'none';
  const one = async (step: Step): Promise<boolean> => {
    const before = await store.operations(id);
    if ((await store.desk(id))?.parcel) {
      refuse(message('meetings.desk.no.ended'));
      return false;
    }
    const now = clock.now();
    const operation: Operation = { ...step, id: newId(now), at: now.toISOString() };
    const why = walk(snapshot, [...before, operation]).refused?.why ?? null;
    refuse(why);
    if (why) return false;
    await store.add(id, operation);
    changed();
    return true;
  };
  const does = (step: Step): Promise<boolean> => {
    const next = queue.current.then(() => one(step));
    queue.current = next.catch(() => {});
    return next;
  };
  return { ...read, snapshot, walked: walk(snapshot, operations), no, does };
}
