import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Card } from '#ui/card.tsx';
import { type Fact, Facts } from '#ui/facts.tsx';
import { Columns, Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { ForumTabs } from '../../pages/parts/tabs.tsx';
import { END_REASONS } from '../../seats/schema.ts';
import { carryingOn, holderOn, termsOf } from '../rules.ts';
import { type Lead, OFFICES, type Office } from '../schema.ts';

export interface LeadsProps {
  readonly lang: Lang;
  readonly leads: readonly Lead[];
  readonly today: PlainDate;
  readonly bodies: ReadonlyMap<string, Texts>;
  /** Numbers of seats by their id. */
  readonly seats: ReadonlyMap<string, number>;
  /** Names of people by the id of the mandate or election, those that this reader sees. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayElect: boolean;
  readonly done: string | null;
  readonly at: (path: string) => string;
  readonly shows: (part: string) => boolean;
}

/** Who leads the forum today, by which election and rule, and who did before. */
export const LeadsPage = (props: LeadsProps) => {
  const { lang, leads, mayElect, done, at, shows } = props;
  const offices = OFFICES.filter((office) => office !== 'deputy' || termsOf(leads, office).length > 0);
  const past = leads.toSorted((a, b) =>
    a.from === b.from ? OFFICES.indexOf(a.office) - OFFICES.indexOf(b.office) : a.from < b.from ? 1 : -1,
  );
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={lang.t('forum.leads.title')} lede={lang.t('forum.leads.lede')} />
      <ForumTabs lang={lang} at={at} current="leads" shows={shows} />
      {mayElect ? (
        <p>
          <ButtonLink href={at('/members/leads/new')}>{lang.t('forum.leads.record')}</ButtonLink>
        </p>
      ) : null}
      <Columns>
        {offices.map((office) => (
          <OfficeCard key={office} {...props} office={office} />
        ))}
      </Columns>
      {past.length > 0 ? (
        <Section title={lang.t('forum.leads.history')} id="history">
          <History {...props} leads={past} />
        </Section>
      ) : null}
    </>
  );
};

function OfficeCard(props: LeadsProps & { readonly office: Office }) {
  const { lang, leads, today, office, mayElect, at } = props;
  const over = carryingOn(leads, office, today);
  const lead = holderOn(leads, office, today) ?? over;
  const title = lang.t(`forum.leads.office.${office}`);
  if (!lead)
    return (
      <Card title={title} level={2}>
        <p class="quiet">{lang.t('forum.leads.nobody')}</p>
      </Card>
    );
  return (
    <Card title={title} level={2}>
      <p>
        <Holder {...props} lead={lead} />
      </p>
      {over?.last ? (
        <p>
          <strong>{lang.t('forum.leads.over', { day: lang.date(over.last) })}</strong>
        </p>
      ) : null}
      <Facts facts={factsOf(props, lead)} />
      {mayElect && !lead.end ? (
        <p>
          <Link href={at(`/members/leads/${lead.id}/closure`)}>{lang.t('forum.leads.end')}</Link>
        </p>
      ) : null}
    </Card>
  );
}

function factsOf({ lang, at }: LeadsProps, lead: Lead): readonly Fact[] {
  const { term } = lead;
  return [
    { name: lang.t('forum.leads.elected_on'), value: lang.date(lead.electedOn) },
    { name: lang.t('forum.leads.decision'), value: <DecisionWords lead={lead} at={at} /> },
    { name: lang.t('forum.leads.since'), value: lang.date(lead.from) },
    { name: lang.t('forum.leads.until'), value: lead.last ? lang.date(lead.last) : lang.t('forum.leads.open') },
    {
      name: lang.t('forum.leads.by_rule'),
      value: term ? (
        <Link href={at(`/documents/${term.document}#article-${term.article}`)}>
          {lang.t('forum.leads.article', { article: term.article })}
        </Link>
      ) : null,
    },
    { name: lang.t('forum.composition.entered'), value: lead.from < lead.enteredOn ? lang.date(lead.enteredOn) : null },
  ];
}

const DecisionWords = ({ lead, at }: Pick<LeadsProps, 'at'> & { readonly lead: Lead }) =>
  lead.url ? (
    <Link href={lead.url.startsWith('/') ? at(lead.url) : lead.url}>{lead.decision}</Link>
  ) : (
    <span>{lead.decision}</span>
  );

/** "Chair of the board, Ad Soyad, “Body” (seat 3)", as far as this reader sees it. */
function Holder({ lang, lead, bodies, seats, names, at }: LeadsProps & { readonly lead: Lead }) {
  const name = names.get(lead.mandate ?? lead.id);
  const number = lead.seat ? seats.get(lead.seat) : undefined;
  const body = lang.pick(bodies.get(lead.body) ?? {}) || lang.t('forum.seat.unknown_body');
  return (
    <>
      {lead.post ? <ChosenText lang={lang} of={lang.choose(lead.post)} /> : null}
      {name ? `${lead.post ? ', ' : ''}${name}` : null}
      {lead.post || name ? ', ' : null}
      {number ? <Link href={at(`/members/${number}`)}>{body}</Link> : body}
    </>
  );
}

const History = (props: LeadsProps) => {
  const { lang, leads } = props;
  return (
    <Table
      lang={lang}
      caption={lang.t('forum.leads.history')}
      quietCaption
      rows={leads}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'office',
          head: lang.t('forum.leads.office_head'),
          cell: ({ office }) => lang.t(`forum.leads.office.${office}`),
        },
        {
          ...{ id: 'who', head: lang.t('forum.leads.who'), lead: true },
          cell: (lead) => <Holder {...props} lead={lead} />,
        },
        { ...{ id: 'from', head: lang.t('forum.leads.since'), short: true }, cell: ({ from }) => lang.shortDate(from) },
        {
          ...{ id: 'until', head: lang.t('forum.leads.until'), short: true },
          cell: ({ last }) => (last ? lang.shortDate(last) : lang.t('forum.leads.open')),
        },
        {
          id: 'end',
          head: lang.t('forum.leads.how'),
          cell: (lead) => <Ending lang={lang} lead={lead} at={props.at} />,
        },
      ]}
    />
  );
};

function Ending({ lang, lead, at }: Pick<LeadsProps, 'lang' | 'at'> & { readonly lead: Lead }) {
  const { end } = lead;
  const reason = END_REASONS.find((one) => one === end?.reason);
  return (
    <>
      <DecisionWords lead={lead} at={at} />
      {end ? (
        <div class="quiet small">
          {end.mistake
            ? lang.t('forum.leads.mistake', { day: lang.shortDate(end.enteredOn) })
            : lang.t(`forum.leads.reason.${reason ?? 'other'}`)}
        </div>
      ) : null}
    </>
  );
}
