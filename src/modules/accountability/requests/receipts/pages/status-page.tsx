import type { Lang } from '#core/i18n/lang.ts';
import { SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { judgedWords, RequestChip } from '../../pages/parts/state.tsx';
import { judgedField, judgements, pathOf } from '../../rules.ts';
import { GROUNDS, type Judged, type Request, type State } from '../../schema.ts';

interface StatusProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  readonly code: string;
  readonly requests: readonly { readonly request: Request; readonly state: State; readonly body: string }[];
  readonly done: string | null;
}

/** What became of one's requests, and what one says of the answers: for whoever has the code, and for nobody else. */
export const StatusPage = ({ of, at, code, requests, done }: StatusProps) => {
  const { lang } = of;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle
        title={lang.t('accountability.requests.receipt.yours')}
        lede={lang.t('accountability.requests.receipt.yours_lede')}
      />
      <Stack>
        {requests.map(({ request, state, body }) => (
          <Section key={request.id} title={`№ ${request.number}. ${body}`}>
            <Stack>
              <p>
                <RequestChip lang={lang} state={state} /> {lang.t(`accountability.requests.state_means.${state}`)}
              </p>
              {request.decision?.sentence ? <Said lang={lang} texts={request.decision.sentence} /> : null}
              {request.judgement ? (
                <p>
                  {lang.t('accountability.requests.judged_as')}: {judgedWords(lang, request.judgement)}
                </p>
              ) : null}
              {request.decision?.accepted ? (
                <p>
                  <Link href={at(pathOf(request))}>{lang.t('accountability.requests.receipt.page')}</Link>
                </p>
              ) : null}
              {judgements(request, state).length > 0 ? (
                <Form
                  of={ownErrors(of, request)}
                  action={at('/requests/receipts/judgement')}
                  deed={lang.t('accountability.requests.judging.send', { number: request.number })}
                  hidden={{ code, number: String(request.number) }}
                >
                  <SelectField
                    of={ownErrors(of, request)}
                    name={judgedField(request)}
                    label={lang.t('accountability.requests.judging.what', { number: request.number })}
                    none={lang.t('accountability.requests.judging.choose')}
                    options={judgements(request, state).flatMap((kind) => optionsOf(lang, kind))}
                  />
                </Form>
              ) : null}
            </Stack>
          </Section>
        ))}
      </Stack>
    </>
  );
};

/** Each request has a form of its own, and says what is wrong in it alone. */
const ownErrors = (of: Filled, request: Request): Filled => ({
  ...of,
  errors: of.errors.filter(({ field }) => field === judgedField(request)),
});

const optionsOf = (lang: Lang, kind: Judged) => {
  const said = lang.t(`accountability.requests.judged.${kind}`);
  if (kind !== 'refused') return [{ value: kind as string, label: said }];
  return GROUNDS.map((ground) => ({
    value: `refused.${ground}`,
    label: `${said}: ${lang.t(`accountability.requests.ground.${ground}`)}`,
  }));
};
