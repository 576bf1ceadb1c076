import { isVoting } from '#modules/meetings/desk/rules.ts';
import type { HallItem, ItemHeld, Line } from '#modules/meetings/desk/schema.ts';
import { usePhone } from '../shell/phone.ts';
import type { Elections } from './election/use-elections.ts';
import { ItemForms } from './item-forms.tsx';
import { MotionPart } from './motion.tsx';
import type { Desk } from './use-desk.ts';
import { numberOf } from './words.ts';

interface AgendaProps {
  readonly desk: Desk;
  readonly elections: Elections | null;
}

/** The items one after another; the open one with everything that can happen in it. */
export function Agenda({ desk, elections }: AgendaProps) {
  const { lang } = usePhone();
  const { snapshot, walked } = desk;
  if (snapshot.items.length === 0) return <p class="say">{lang.t('phone.item.none')}</p>;
  return (
    <>
      {snapshot.items.map((item, i) => (
        <OneItem key={item.id} {...{ desk, elections, item }} held={walked.hall.items[i]!} />
      ))}
    </>
  );
}

interface OneItemProps extends AgendaProps {
  readonly item: HallItem;
  readonly held: ItemHeld;
}

function OneItem({ desk, elections, item, held }: OneItemProps) {
  const { lang } = usePhone();
  const { walked, does } = desk;
  const { hall } = walked;
  const voting = isVoting(hall);
  const free = hall.begun !== null && hall.ended === null && hall.items.every((one) => one.state !== 'open');
  return (
    <section class="item stack">
      <h2>
        {item.number}. {lang.pick(item.title)} <small>{lang.t(`phone.item.${held.state}`)}</small>
      </h2>
      {held.motions.map((one) => (
        <MotionPart key={one.id} desk={desk} motion={one} />
      ))}
      {elections
        ? held.elections.map((one) => <elections.ElectionPart key={one.id} desk={desk} election={one} />)
        : null}
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
          {elections && !voting ? <elections.ElectionKeys desk={desk} held={held} /> : null}
          <ItemForms desk={desk} item={item.id} voting={voting} />
          {voting ? null : (
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
