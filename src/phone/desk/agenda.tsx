import { openMotion } from '#modules/meetings/desk/rules.ts';
import type { HallItem, ItemHeld, Line } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import { ItemForms } from './item-forms.tsx';
import { MotionPart } from './motion.tsx';
import type { Desk } from './use-desk.ts';
import { numberOf } from './words.ts';

/** The items one after another; the open one with everything that can happen in it. */
export function Agenda({ desk }: { readonly desk: Desk }) {
  const { lang } = usePhone();
  const { snapshot, walked } = desk;
  if (snapshot.items.length === 0) return <p class="say">{lang.t('phone.item.none')}</p>;
  return (
    <>
      {snapshot.items.map((item, i) => (
        <OneItem key={item.id} desk={desk} item={item} held={walked.hall.items[i]!} />
      ))}
    </>
  );
}

interface OneItemProps {
  readonly desk: Desk;
  readonly item: HallItem;
  readonly held: ItemHeld;
}

function OneItem({ desk, item, held }: OneItemProps) {
  const { lang } = usePhone();
  const { walked, does } = desk;
  const { hall } = walked;
  const motion = openMotion(hall);
  const free = hall.begun !== null && hall.ended === null && hall.items.every((one) => one.state !== 'open');
  return (
    <section class="item stack">
      <h2>
        {item.number}. {lang.pick(item.title)} <small>{lang.t(`phone.item.${held.state}`)}</small>
      </h2>
      {held.motions.map((one) => (
        <MotionPart key={one.id} desk={desk} motion={one} />
      ))}
      {held.lines.map((line) => (
        <OneLine key={line.id} desk={desk} line={line} />
      ))}
      {held.state === 'waiting' && free ? (
        <div class="acts">
          <button type="button" class="btn second" onClick={() => void does({ kind: 'item_begun', item: item.id })}>
            {lang.t('phone.item.begin')}
            <span class="vh"> {item.number}</span>
          </button>
        </div>
      ) : null}
      {held.state === 'open' ? (
        <>
          <ItemForms desk={desk} item={item.id} voting={motion !== null} />
          {motion ? null : (
            <div class="acts">
              <button type="button" class="btn second" onClick={() => void does({ kind: 'item_ended', item: item.id })}>
                {lang.t('phone.item.end')}
                <span class="vh"> {item.number}</span>
              </button>
            </div>
          )}
        </>
      ) : null}
    </section>
  );
}

function OneLine({ desk: { snapshot }, line }: { readonly desk: Desk; readonly line: Line }) {
  const { lang } = usePhone();
  if (line.kind !== 'task') return <p>{lang.t(`phone.line.${line.kind}`, { words: line.words })}</p>;
  const { owner, due, words } = line;
  return <p>{lang.t('phone.line.task', { number: numberOf(snapshot, owner), due: lang.date(due), words })}</p>;
}
