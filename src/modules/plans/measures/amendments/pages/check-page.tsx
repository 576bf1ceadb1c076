import type { ComponentChildren } from 'preact';
import { daysBetween } from '#core/time/plain-date.ts';
import type { Filled, Kept } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ChangeWords } from '../../pages/parts/change-words.tsx';
import type { Change } from '../../rules.ts';
import type { AmendmentInput } from '../forms.ts';

/** A target in words: which indicator, how much, by when. */
export interface TargetLine {
  readonly indicator: string;
  readonly value: string;
  readonly by: string;
}

interface CheckPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly input: AmendmentInput;
  readonly changes: readonly Change[];
  readonly leaving: readonly string[];
  readonly coming: readonly string[];
  readonly targetsOut: readonly TargetLine[];
  readonly targetsIn: readonly TargetLine[];
  /** Everything that was typed, sent along. */
  readonly typed: Kept;
}

/** "Check your answers": the amendment as a diff, before anything is written. */
export const CheckPage = (props: CheckPageProps) => {
  const { of, measure, name, input } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.measures.amendments.check_title')}
        over={name}
        lede={lang.t('plans.measures.amendments.check_lede', { day: lang.date(input.effectiveOn) })}
      />
      <Section title={lang.t('plans.measures.amendments.what')}>
        <dl class="facts">
          <Line name={lang.t('plans.measures.amendments.decision')}>{input.decision}</Line>
          {input.reason ? (
            <Line name={lang.t('plans.measures.amendments.reason')}>{lang.pick(input.reason)}</Line>
          ) : null}
          <Diff {...props} />
        </dl>
        <p class="hint">{lang.t('plans.measures.amendments.stays')}</p>
      </Section>
      <Form
        of={of}
        action={`${measure}/amendments`}
        deed={lang.t('plans.measures.amendments.deed')}
        second={
          <SecondButton name="step" value="change">
            {lang.t('plans.measures.amendments.change')}
          </SecondButton>
        }
      >
        <Hidden typed={props.typed} />
      </Form>
    </>
  );
};

const Diff = ({ of, changes, leaving, coming, targetsOut, targetsIn }: CheckPageProps) => {
  const { lang } = of;
  const target = (line: TargetLine): string => lang.t('plans.measures.amendments.target', { ...line });
  return (
    <>
      {changes.map((change) => (
        <Line key={change.field} name={lang.t(`plans.dossier.field.${change.field}`)}>
          <ChangeWords lang={lang} change={change} />
          <Slippage of={of} change={change} />
        </Line>
      ))}
      {leaving.length > 0 ? (
        <Line name={lang.t('plans.dossier.field.left')}>
          <del>{lang.list(leaving)}</del>
        </Line>
      ) : null}
      {coming.length > 0 ? (
        <Line name={lang.t('plans.dossier.field.came')}>
          <ins>{lang.list(coming)}</ins>
        </Line>
      ) : null}
      {targetsOut.length + targetsIn.length > 0 ? (
        <Line name={lang.t('plans.dossier.field.target')}>
          {targetsOut.map((line) => (
            <p key={target(line)}>
              <del>{target(line)}</del>
            </p>
          ))}
          {targetsIn.map((line) => (
            <p key={target(line)}>
              <ins>{target(line)}</ins>
            </p>
          ))}
        </Line>
      ) : null}
    </>
  );
};

/** A later due day is slippage, and said in days. */
const Slippage = ({ of, change }: { readonly of: Filled; readonly change: Change }) => {
  if (change.field !== 'due_on' || !change.before || !change.after) return null;
  const days = daysBetween(change.before, change.after);
  const key = days > 0 ? 'plans.measures.amendments.later' : 'plans.measures.amendments.earlier';
  return <p class="hint">{of.lang.t(key, { n: Math.abs(days) })}</p>;
};

const Line = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const Hidden = ({ typed }: { readonly typed: Kept }) => (
  <>
    {Object.entries(typed).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => (
        <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
      )),
    )}
  </>
);
