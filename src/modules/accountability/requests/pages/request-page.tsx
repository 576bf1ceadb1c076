import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { WITHHELD } from '../rules.ts';
import type { Request, State } from '../schema.ts';
import { type AnswersProps, AnswersSaid } from './parts/answers.tsx';
import { judgedWords, RequestChip } from './parts/state.tsx';

interface RequestPageProps extends Omit<AnswersProps, 'answers' | 'body'> {
  readonly at: (path: string) => string;
  readonly request: Request;
  readonly state: State;
  readonly body: { readonly name: string; readonly href: string | null };
  /** The clock as far as this reader sees it. */
  readonly clock: { readonly number: number; readonly dueOn: PlainDate } | null;
  /** For keepers: what they do with it. */
  readonly desk: string | null;
  readonly done: string | null;
}

/** One request to one body and what became of it. Of one that is not public only number, day and state are said. */
export const RequestPage = (props: RequestPageProps) => {
  const { lang, at, request, state, body, desk, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('accountability.requests.one', { number: request.number })}
        lede={lang.t(`accountability.requests.state_means.${state}`)}
        state={<RequestChip lang={lang} state={state} />}
      />
      <Stack>
        {desk ? (
          <p>
            <ButtonLink href={desk} second>
              {lang.t('accountability.requests.desk.title')}
            </ButtonLink>
          </p>
        ) : null}
        {request.decision?.accepted && request.text ? <Asked {...props} text={request.text} /> : null}
        <AboutRequest {...props} />
        {request.answers.length > 0 ? (
          <Section title={lang.t('accountability.requests.answer.title')}>
            <AnswersSaid {...props} answers={request.answers} body={body.name} />
          </Section>
        ) : null}
        <p>
          <Link href={at(`/history/information_request/${request.id}`)}>{lang.t('accountability.requests.log')}</Link>
        </p>
      </Stack>
    </>
  );
};

const Asked = ({ lang, request, text, withheld, takeDown }: RequestPageProps & { readonly text: Texts }) => {
  const gone = withheld.of(WITHHELD.request, request.id);
  return (
    <Statement
      voice="other"
      who={lang.t('accountability.requests.resident')}
      when={lang.date(request.receivedOn)}
      foot={null}
    >
      {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={text} />}
      {takeDown && !gone ? (
        <p>
          <Link href={takeDown(WITHHELD.request, request.id)}>{lang.t('accountability.requests.take_down')}</Link>
        </p>
      ) : null}
    </Statement>
  );
};

const AboutRequest = ({ lang, at, request, body, clock }: RequestPageProps) => {
  const { delivery, extension } = request;
  return (
    <Facts
      facts={[
        {
          name: lang.t('accountability.requests.to'),
          value: body.href ? <Link href={body.href}>{body.name}</Link> : body.name,
        },
        { name: lang.t('accountability.requests.received'), value: lang.date(request.receivedOn) },
        {
          name: lang.t('accountability.requests.delivered'),
          value: delivery
            ? lang.t('accountability.requests.delivered_by', {
                date: lang.date(delivery.on),
                way: lang.t(`accountability.requests.way.${delivery.way}`),
              })
            : null,
        },
        { name: lang.t('accountability.requests.reference'), value: delivery?.reference ?? null },
        {
          name: lang.t('accountability.requests.due'),
          value: clock ? (
            <>
              {lang.date(clock.dueOn)}{' '}
              <Link href={at(`/obligations/${clock.number}`)}>{lang.t('accountability.requests.why_due')}</Link>
            </>
          ) : null,
        },
        {
          name: lang.t('accountability.requests.extended'),
          value: extension
            ? `${lang.date(extension.on)}: ${lang.t(`accountability.requests.longer.${extension.reason}`)}`
            : null,
        },
        { name: lang.t('accountability.requests.judged_as'), value: judgedWords(lang, request.judgement) },
      ]}
    />
  );
};
