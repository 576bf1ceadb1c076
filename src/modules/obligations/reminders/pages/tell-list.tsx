import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { ToTell } from '../schema.ts';

interface TellListProps {
  readonly lang: Lang;
  readonly tell: readonly ToTell[];
  readonly at: (path: string) => string;
}

/** On the desk of the forum's keepers: whom to call or message today, with the words to copy and a tick. */
export const TellList = ({ lang, tell, at }: TellListProps) => (
  <Section title={lang.t('obligations.tell.title', { n: tell.length })} id="tell">
    <p class="quiet">{lang.t(tell.length > 0 ? 'obligations.tell.lede' : 'obligations.tell.none')}</p>
    <ul class="plainlist stack">
      {tell.map((one) => (
        <li key={one.id}>
          <Link href={at(`/obligations/${one.number}`)}>{one.bodyName}</Link>
          <p class="meta">
            <span>{lang.t(`obligations.tell.stage.${one.stage}`)}</span>
            <span>{lang.date(one.dueOn)}</span>
            {one.phone ? (
              <Link href={`tel:${one.phone}`}>{lang.t('obligations.tell.phone', { phone: one.phone })}</Link>
            ) : null}
          </p>
          <form class="form" method="post" action={at(`/obligations/reminders/${one.id}/telling`)}>
            <div class="field">
              <label class="label" for={`m-${one.id}`}>
                {lang.t('obligations.tell.message')}
              </label>
              <textarea id={`m-${one.id}`} class="in" rows={5} readonly>
                {one.message}
              </textarea>
            </div>
            <div class="acts">
              <button
                class="btn second"
                type="submit"
                aria-label={`${lang.t('obligations.tell.done')}. ${lang.t('obligations.tell.done_for', { body: one.bodyName, number: one.number })}`}
              >
                {lang.t('obligations.tell.done')}
              </button>
            </div>
          </form>
        </li>
      ))}
    </ul>
  </Section>
);
