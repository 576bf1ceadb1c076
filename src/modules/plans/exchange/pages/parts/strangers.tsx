import type { Lang } from '#core/i18n/lang.ts';
import { namesIn } from '#core/i18n/names.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { withQuery } from '#ui/query.ts';
import { Table } from '#ui/table.tsx';
import type { Dry } from '../../judging/schema.ts';

interface StrangersProps {
  readonly lang: Lang;
  readonly url: URL;
  readonly dry: Dry;
}

/** At most this many rows are named; the list of rows below says the rest. */
const LINES = 8;

/** Executors that are not here yet, what is written nearly so, and the choice between adding them and refusing their rows. */
export function Strangers({ lang, url, dry }: StrangersProps) {
  if (dry.strangers.length === 0) return null;
  const adds = dry.choice.unknown === 'add';
  const n = dry.strangers.length;
  return (
    <Section title={lang.t('plans.exchange.strangers.title', { n })} id="bodies">
      <p>{lang.t(adds ? 'plans.exchange.strangers.adds' : 'plans.exchange.strangers.refuses')}</p>
      <p>
        <Link href={withQuery(url, { unknown: adds ? 'refuse' : 'add', page: null })}>
          {lang.t(adds ? 'plans.exchange.strangers.refuse' : 'plans.exchange.strangers.add')}
        </Link>
      </p>
      <Table
        lang={lang}
        caption={lang.t('plans.exchange.strangers.title', { n })}
        quietCaption
        rows={dry.strangers}
        rowKey={({ body }) => body.slug}
        columns={[
          {
            id: 'name',
            head: lang.t('plans.exchange.strangers.name'),
            lead: true,
            cell: ({ body }) => namesIn(body.name)[0] ?? body.slug,
          },
          {
            id: 'kind',
            head: lang.t('plans.exchange.strangers.kind'),
            cell: ({ body }) => lang.t(`places.body_kind.${body.kind}`),
          },
          {
            id: 'near',
            head: lang.t('plans.exchange.strangers.near'),
            cell: ({ near }) => near.map((body) => lang.pick(body.name)).join(' · ') || '–',
          },
          {
            id: 'lines',
            head: lang.t('plans.exchange.strangers.lines'),
            cell: ({ lines }) => [...new Set(lines)].slice(0, LINES).join(', ') + (lines.length > LINES ? ' …' : ''),
          },
        ]}
      />
    </Section>
  );
}
