import type { Lang } from '#core/i18n/lang.ts';
import { NumberField, type Option, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import { Qr } from '#ui/qr.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Round } from '../../schema.ts';

interface LinksPageProps {
  readonly of: Filled;
  /** Language of those who will answer. */
  readonly to: Lang;
  readonly round: Round;
  /** The whole address of the form. */
  readonly address: string;
  readonly kiosk: string;
  readonly here: string;
  readonly batches: readonly {
    readonly key: number;
    readonly whom: string;
    readonly made: number;
    readonly used: number;
  }[];
  readonly places: readonly Option[];
  readonly groups: readonly Option[];
}

/** How people come to the form: an address to pass on, a QR to hang up, a shared screen, codes on slips. */
export const LinksPage = ({ of, to, round, address, kiosk, here, batches, places, groups }: LinksPageProps) => {
  const { lang } = of;
  const { singleUse, modes, until, title } = round.declaration;
  return (
    <>
      <PageTitle over={lang.pick(title)} title={lang.t('surveys.links.title')} />
      <Stack>
        {modes.includes('link') ? (
          <Section title={lang.t('surveys.links.link')}>
            <Stack>
              <p>
                <Link href={address}>{address}</Link>
              </p>
              <Qr text={address} label={lang.t('surveys.links.qr')} />
              <Message
                {...{ lang, to, id: 'm-link', subject: to.pick(title) }}
                text={to.t('surveys.links.message', { title: to.pick(title), day: to.date(until), url: address })}
              />
            </Stack>
          </Section>
        ) : null}
        {modes.includes('kiosk') ? (
          <Section title={lang.t('surveys.mode.kiosk')}>
            <p>{lang.t('surveys.mode_hint.kiosk')}</p>
            <p>
              <Link href={kiosk}>{lang.t('surveys.links.kiosk')}</Link>
            </p>
          </Section>
        ) : null}
        {singleUse ? (
          <Section title={lang.t('surveys.links.codes')} id="codes">
            <Stack>
              <p>{lang.t('surveys.links.codes_why')}</p>
              {batches.length > 0 ? (
                <Table
                  {...{ lang, caption: lang.t('surveys.links.batches'), rows: batches }}
                  rowKey={({ key }) => String(key)}
                  columns={[
                    {
                      ...{ id: 'batch', head: lang.t('surveys.links.batch'), lead: true },
                      cell: ({ key }) => `${key}.`,
                    },
                    { ...{ id: 'whom', head: lang.t('surveys.links.whom') }, cell: ({ whom }) => whom },
                    {
                      ...{ id: 'used', head: lang.t('surveys.links.used'), number: true },
                      cell: ({ made, used }) =>
                        lang.t('surveys.progress.of', { done: lang.number(used), wanted: lang.number(made) }),
                    },
                  ]}
                />
              ) : null}
              <Form of={of} action={`${here}/codes`} deed={lang.t('surveys.links.make')}>
                <NumberField of={of} name="count" label={lang.t('surveys.links.count')} />
                {places.length > 0 ? (
                  <SelectField
                    {...{ of, name: 'place', label: lang.t('surveys.progress.place'), options: places, optional: true }}
                    none={lang.t('surveys.asking.everywhere')}
                  />
                ) : null}
                {groups.length > 0 ? (
                  <SelectField
                    {...{ of, name: 'group', label: lang.t('surveys.progress.group'), options: groups, optional: true }}
                    none={lang.t('surveys.links.any_group')}
                  />
                ) : null}
              </Form>
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </>
  );
};
