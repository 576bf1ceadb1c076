import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Demand, Outcome } from '../schema.ts';

interface DemandProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly demand: Demand;
  /** What can be pressed now. */
  readonly next: readonly Outcome[];
  readonly thing: string;
  readonly letter: string | null;
}

/** One demand, for those who keep the record: what was demanded, and the presses that answer it. */
export const DemandPage = ({ lang, at, demand, next, thing, letter }: DemandProps) => (
  <>
    <PageTitle
      over={thing}
      title={lang.t('home.withheld.case')}
      lede={lang.t(`home.withheld.is_${demand.outcome ?? 'open'}`)}
    />
    <Facts
      facts={[
        { name: lang.t('home.withheld.what'), value: <Link href={at(demand.path)}>{lang.pick(demand.title)}</Link> },
        { name: lang.t('home.withheld.from'), value: lang.t(`home.withheld.from_${demand.demander}`) },
        { name: lang.t('home.withheld.who'), value: demand.demanderName },
        { name: lang.t('home.withheld.on'), value: lang.date(demand.on) },
        { name: lang.t('home.withheld.ground'), value: demand.ground },
        {
          name: lang.t('home.withheld.letter'),
          value: letter ? <Link href={letter}>{lang.t('home.withheld.open_letter')}</Link> : null,
        },
        { name: lang.t('home.withheld.decided_on'), value: demand.decidedOn ? lang.date(demand.decidedOn) : null },
      ]}
    />
    {next.map((outcome) => (
      <Section key={outcome} title={lang.t(`home.withheld.do_${outcome}`)}>
        <p>{lang.t(`home.withheld.do_${outcome}_text`)}</p>
        <Form
          of={filled(lang)}
          action={at(`/withheld/${demand.id}/outcomes`)}
          deed={lang.t(`home.withheld.do_${outcome}`)}
          hidden={{ outcome }}
        />
      </Section>
    ))}
  </>
);
