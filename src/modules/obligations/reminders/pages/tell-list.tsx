import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import type { ToTell } from '../schema.ts';

interface TellListProps {
  readonly lang: Lang;
  /** Language of those who are told. */
  readonly to: Lang;
  readonly tell: readonly ToTell[];
  readonly at: (path: string) => string;
}

/** On the desk of the forum's keepers: whom to call or message today, with the words to copy and a tick. */
export const TellList = ({ lang, to, tell, at }: TellListProps) => (
  <Section title={lang.t('obligations.tell.title', { n: tell.length })} id="tell">
    <p class="quiet">{lang.t(tell.length > 0 ? 'obligations.tell.lede' : 'obligations.tell.none')}</p>
    <ul class="plainlist stack">
      {tell.map((one) => (
        <li key={one.id} class="stack">
          <Link href={at(`/obligations/${one.number}`)}>{one.bodyName}</Link>
          <p class="meta">
            <span>{lang.t(`obligations.tell.stage.${one.stage}`)}</span>
            <span>{lang.date(one.dueOn)}</span>
          </p>
          <details class="how">
            <summary>{lang.t('obligations.tell.message')}</summary>
            <Message
              lang={lang}
              to={to}
              id={`m-${one.id}`}
              text={one.message}
              subject={one.bodyName}
              phone={one.phone}
            />
          </details>
          <form class="form" method="post" action={at(`/obligations/reminders/${one.id}/telling`)}>
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
