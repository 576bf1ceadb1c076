import { hasQuorum } from '#modules/forum/rulebook/thresholds/rules.ts';
import { countedPresence, openItem, presenceIn } from '#modules/meetings/desk/rules.ts';
import { usePhone } from '../shell/phone.ts';
import { Arithmetic } from './arithmetic.tsx';
import type { Desk } from './use-desk.ts';
import { constituencyWords } from './words.ts';

/** Is there a quorum now, by the law of the site, with its arithmetic. */
export function Quorum({ desk: { snapshot, walked } }: { readonly desk: Desk }) {
  const { lang } = usePhone();
  const places = countedPresence(snapshot, presenceIn(snapshot, walked.hall, openItem(walked.hall)?.id ?? null));
  const found = hasQuorum(snapshot.book, places, places);
  const present = places.reduce((sum, place) => sum + place.present, 0);
  const counts = { present, all: snapshot.seats.length };
  if (!found) return <p class="say">{lang.t('phone.quorum.no_rule', counts)}</p>;
  return (
    <div class={found.met ? 'say yes' : 'say no'}>
      <p role="status">
        {lang.t(found.met ? 'phone.quorum.met' : 'phone.quorum.not_met', { ...counts, article: found.article })}
      </p>
      <details>
        <summary>{lang.t('phone.quorum.steps')}</summary>
        <Arithmetic
          lang={lang}
          caption={lang.t('phone.quorum.steps')}
          steps={found.steps}
          nameOf={(id) => constituencyWords(lang, snapshot, id)}
        />
      </details>
    </div>
  );
}
