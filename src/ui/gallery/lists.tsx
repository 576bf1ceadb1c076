import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '../empty.tsx';
import { FilterSelect, Filters, FilterText, FilterTick } from '../filters.tsx';
import { Section } from '../layout.tsx';
import { ButtonLink, Link } from '../link.tsx';
import { Pager, pageOf } from '../pager.tsx';
import { Phone } from '../phone.tsx';
import { State, type StateKind } from '../state.tsx';
import { Table } from '../table.tsx';
import { HERE, sayIn } from './say.ts';

interface Measure {
  readonly no: string;
  readonly title: string;
  readonly executor: StateKind;
  readonly civil: StateKind;
  readonly due: string;
  readonly late?: string;
  readonly places: number;
}

/** Rows to choose from, sort and page through, and what stands where there are none. */
export function Lists({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <>
      <Section title={say('Bütün tədbirlər', 'All measures')} id="measures">
        <Filters
          lang={lang}
          url={HERE}
          own={['state', 'body', 'q', 'late']}
          found={say('12 tədbirdən 4-ü', '4 of 12 measures')}
        >
          <FilterSelect
            url={HERE}
            name="state"
            label={say('Vəziyyət', 'State')}
            any={say('hamısı', 'any')}
            options={[{ value: 'late', label: say('vaxtı keçib', 'late') }]}
          />
          <FilterSelect
            url={HERE}
            name="body"
            label={say('İcraçı', 'Executor')}
            any={say('bütün qurumlar', 'all bodies')}
            options={[
              {
                value: 'x',
                label: say('Rayon İcra Hakimiyyətinin Təşkilat-təftiş şöbəsi', 'District Executive Authority'),
              },
            ]}
          />
          <FilterText url={HERE} name="q" label={say('Sözlə axtarış', 'Words')} />
          <FilterTick url={HERE} name="late" label={say('Yalnız vaxtı keçənlər', 'Only late ones')} />
        </Filters>
        <Measures lang={lang} />
        <Pager lang={lang} url={HERE} page={pageOf(HERE)} size={20} total={58} />
      </Section>
      <Section title={say('Telefonda', 'On a phone')}>
        <Phone label={say('Sorğu vərəqi telefonda', 'A form on a phone')}>
          <p>{say('Bu barədə harada eşitmisiniz?', 'Where did you hear of it?')}</p>
        </Phone>
      </Section>
      <Section title={say('Hələ heç nə yoxdur', 'Nothing yet')}>
        <Empty
          title={say('Bu tədbir üzrə hələ sübutedici material yoxdur', 'There is no evidence for this measure yet')}
          next={
            <ButtonLink href="#new" second>
              {say('Material əlavə edin', 'Add evidence')}
            </ButtonLink>
          }
        >
          {say(
            'İcraçı ilk məlumatı 30 noyabra qədər verməlidir.',
            'The executor owes the first report by 30 November.',
          )}
        </Empty>
      </Section>
    </>
  );
}

function Measures({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Table<Measure>
      lang={lang}
      caption={say('Planın tədbirləri', 'Measures of the plan')}
      url={HERE}
      rows={measures(lang)}
      rowKey={(row) => row.no}
      columns={[
        { id: 'no', head: '№', cell: (row) => row.no, sortable: true, mark: true },
        {
          id: 'title',
          head: say('Tədbir', 'Measure'),
          cell: (row) => <Link href={`#m${row.no}`}>{row.title}</Link>,
          lead: true,
        },
        {
          id: 'executor',
          head: say('İcraçının məlumatı', 'Executor reports'),
          cell: (row) => <State lang={lang} kind={row.executor} />,
        },
        {
          id: 'civil',
          head: say('Vətəndaş cəmiyyəti', 'Civil society finds'),
          cell: (row) => <State lang={lang} kind={row.civil} />,
        },
        {
          id: 'places',
          head: say('İcmalar', 'Communities'),
          cell: (row) => lang.number(row.places),
          number: true,
          sortable: true,
        },
        {
          id: 'due',
          head: say('Son tarix', 'Due'),
          short: true,
          sortable: true,
          cell: (row) => (
            <>
              {row.due}
              {row.late ? (
                <>
                  <br />
                  <State lang={lang} kind="late">
                    {row.late}
                  </State>
                </>
              ) : null}
            </>
          ),
        },
      ]}
      foot={{ title: say('Cəmi', 'Total'), places: lang.number(31) }}
    />
  );
}

function measures(lang: Lang): readonly Measure[] {
  const say = sayIn(lang);
  return [
    {
      no: '1.1',
      title: say(
        '15 icmanın ən azı 8-də ödəniş terminalının quraşdırılması',
        'Payment terminals in at least 8 of the 15 communities',
      ),
      executor: 'complete',
      civil: 'limited',
      due: say('30 sen 2026', '30 Sep 2026'),
      late: say('54 gün keçib', '54 days late'),
      places: 8,
    },
    {
      no: '1.2',
      title: say('Şura binasında portaldan istifadəni göstərən köməkçi', 'A helper at each council desk'),
      executor: 'under_way',
      civil: 'substantial',
      due: say('31 iyl 2026', '31 Jul 2026'),
      places: 15,
    },
    {
      no: '2.1',
      title: say(
        'Elektronlaşdırılmış hesabatlılığın təkmilləşdirilməsi üzrə maarifləndirmə görüşlərinin keçirilməsi',
        'Each municipality reports to voters twice a year and publishes the questions asked',
      ),
      executor: 'no_report',
      civil: 'not_assessed',
      due: say('15 dek 2026', '15 Dec 2026'),
      places: 0,
    },
    {
      no: '4.1',
      title: say(
        'Korrupsiya barədə məlumat vermək haqqında açıq görüşlər',
        'Open evenings on how to report corruption',
      ),
      executor: 'withdrawn',
      civil: 'not_started',
      due: say('28 fev 2027', '28 Feb 2027'),
      places: 8,
    },
  ];
}
