import type { Lang } from '#core/i18n/lang.ts';
import { Figures } from '../figures.tsx';
import { Section } from '../layout.tsx';
import { Link } from '../link.tsx';
import { Notice } from '../notice.tsx';
import { STATES, State } from '../state.tsx';
import { Tabs } from '../tabs.tsx';
import { Differ, Progress, VoicesLegend } from '../voices.tsx';
import { sayIn } from './say.ts';

/** What an overview of a plan is made of. */
export function Overview({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <>
      <Notice title={say('Məlumat dərc edildi.', 'The report is published.')}>
        <p>
          {say('Koordinatora xəbər verildi. ', 'The coordinator was told. ')}
          <Link href="#states">{say('Tədbirə qayıdın', 'Back to the measure')}</Link>
        </p>
      </Notice>
      <Figures
        figures={[
          { value: '12', label: say('4 istiqamətdə tədbir', 'measures in 4 areas'), href: '#all' },
          {
            value: '5 / 11',
            label: say(
              'icraçılara görə tamamlanıb; 1-i barədə məlumat yoxdur',
              'complete, say the executors; 1 without report',
            ),
            href: '#executor',
          },
          {
            value: '3 / 10',
            label: say(
              'vətəndaş cəmiyyətinə görə tamamlanıb; 2-si qiymətləndirilməyib',
              'complete, finds civil society; 2 not assessed',
            ),
            href: '#civil',
          },
          { value: '2', label: say('vaxtı keçib', 'late today'), href: '#late', alarm: true },
          { value: '0', label: say('plandan çıxarılıb', 'withdrawn') },
        ]}
      />
      <Tabs
        name={say('Planın görünüşləri', 'Views of the plan')}
        current="areas"
        tabs={[
          { id: 'areas', label: say('İstiqamətlər', 'Areas'), href: '#areas', count: 4 },
          { id: 'measures', label: say('Tədbirlər', 'Measures'), href: '#measures', count: 12 },
          { id: 'executors', label: say('İcraçılar', 'Executors'), href: '#executors', count: 0 },
        ]}
      />
      <Section title={say('Vəziyyətlər', 'States')} id="states">
        <ul class="legend">
          {STATES.map((kind) => (
            <li key={kind}>
              <State lang={lang} kind={kind} />
            </li>
          ))}
          <li>
            <State lang={lang} kind="late">
              {say('vaxtı 54 gün keçib', 'late by 54 days')}
            </State>
          </li>
          <li>
            <Differ lang={lang} />
          </li>
        </ul>
      </Section>
      <Section title={say('İstiqamətlər üzrə icra', 'How far is it, by area?')} id="areas">
        <VoicesLegend lang={lang} />
        <Areas lang={lang} />
      </Section>
    </>
  );
}

function Areas({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  const late = (
    <State lang={lang} kind="late">
      {say('1 tədbirin vaxtı keçib', '1 late')}
    </State>
  );
  return (
    <Progress
      lang={lang}
      points={[
        {
          no: '1',
          title: say('Elektron xidmətlər hər bir icma üçün əlçatandır', 'E-services within reach of every community'),
          href: '#1',
          facts: [
            say('4 tədbir', '4 measures'),
            late,
            say('əsas icraçı: Rayon İcra Hakimiyyəti', 'lead: District ExCom'),
          ],
          executor: { done: 2, known: 4, total: 4 },
          civil: { done: 1, known: 3, total: 4 },
        },
        {
          no: '2',
          title: say('Bələdiyyələr hesabat verir və cavablandırır', 'Municipalities that report and answer'),
          href: '#2',
          facts: [say('3 tədbir', '3 measures'), say('iki səs üst-üstə düşür', 'both voices agree')],
          executor: { done: 3, known: 3, total: 3 },
          civil: { done: 3, known: 3, total: 3 },
        },
        {
          no: '3',
          title: say(
            'Sakinlərin məlumatlandırılması və iştirakçılığının gücləndirilməsi',
            'Residents who know and take part',
          ),
          href: '#3',
          executor: { done: 0, known: 0, total: 2 },
          civil: { done: 0, known: 0, total: 2 },
        },
        {
          no: '11',
          title: say('Korrupsiyaya qarşı mübarizə', 'Stopping corruption'),
          href: '#4',
          facts: [say('2 tədbir', '2 measures')],
          executor: { done: 1, known: 2, total: 2 },
          civil: null,
        },
      ]}
    />
  );
}
