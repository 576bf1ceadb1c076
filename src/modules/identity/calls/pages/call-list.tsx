import type { VNode } from 'preact';
import type { Forum } from '#core/forum.ts';
import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import { firstFitting } from '../../messages/rules.ts';
import type { Call, Callee } from '../schema.ts';

interface CallListProps {
  readonly lang: Lang;
  /** The reader's and every receiver's language. */
  readonly langs: (code: LanguageCode) => Lang;
  readonly forum: Pick<Forum, 'name' | 'zone' | 'languages'>;
  readonly calls: readonly Call[];
  /** Names of bodies in the reader's words. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Scheme and host of this site. */
  readonly origin: string;
  readonly at: (path: string) => string;
}

/** Whom to call or write to today: each with the message to send and the tick "told by phone". Nobody: nothing drawn. */
export const CallList = (props: CallListProps): VNode | null =>
  props.calls.length === 0 ? null : (
    <Section title={props.lang.t('identity.calls.title', { n: props.calls.length })} id="calls">
      <Stack>
        <p class="quiet">{props.lang.t('identity.calls.about')}</p>
        <ul class="plainlist stack">
          {props.calls.map((call) => (
            <Line key={call.id} call={call} {...props} />
          ))}
        </ul>
      </Stack>
    </Section>
  );

const Line = ({ call, ...props }: CallListProps & { readonly call: Call }) => {
  const { lang, forum, bodies, at } = props;
  const day = (date: Date): string => lang.date(dayIn(forum.zone, date));
  const body = call.body ? bodies.get(call.body) : undefined;
  const name = nameOf(props, call);
  return (
    <li>
      <strong>{name}</strong>
      {body && body !== name ? <span>, {body}</span> : null}
      {call.people.map((person) =>
        person.phone ? (
          <span key={person.id}>
            {' '}
            <Link href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</Link>
          </span>
        ) : null,
      )}
      <p class="meta">
        <span>{call.purpose ? lang.say(call.purpose) : lang.t('identity.calls.sign_in')}</span>
        <span>{lang.t('identity.calls.made', { date: day(call.madeAt) })}</span>
        <span>{lang.t('identity.calls.until', { until: lang.moment(call.until, forum.zone) })}</span>
        {call.toldAt ? <span>{lang.t('identity.calls.told', { date: day(call.toldAt) })}</span> : null}
      </p>
      <details>
        <summary>{lang.t('identity.calls.message')}</summary>
        <CallMessage call={call} {...props} />
      </details>
      <form method="post" action={at(`/calls/${call.kind}/${call.id}/tellings`)}>
        <button class="btn second" type="submit" aria-label={lang.t('identity.calls.tell_whom', { name })}>
          {lang.t('identity.calls.tell')}
        </button>
      </form>
    </li>
  );
};

const nameOf = ({ lang, bodies }: CallListProps, call: Call): string =>
  call.people.length > 0
    ? lang.list(call.people.map((person) => lang.pick(person.name)))
    : ((call.body && bodies.get(call.body)) ?? lang.t('identity.calls.whoever'));

const CallMessage = ({ call, lang, langs, forum, origin }: CallListProps & { readonly call: Call }) => {
  const person: Callee | undefined = call.people[0];
  const to = langs(person?.language ?? forum.languages[0] ?? 'az');
  const words = {
    forum: to.pick(forum.name),
    made: to.date(dayIn(forum.zone, call.madeAt)),
    until: to.moment(call.until, forum.zone),
    url: `${origin}/${to.code}/sign-in`,
  };
  const text = firstFitting([
    call.purpose
      ? to.t('identity.calls.text_deed', { ...words, purpose: to.say(call.purpose) })
      : to.t('identity.calls.text_sign_in', { ...words, name: person ? to.pick(person.name) : '' }),
    to.t('identity.calls.text_short', words),
  ]);
  return (
    <Message
      lang={lang}
      to={to}
      id={`message-${call.id}`}
      text={text}
      subject={to.t('identity.calls.subject')}
      phone={person?.phone}
      email={person?.email}
    />
  );
};
