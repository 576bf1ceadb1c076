import type { Lang } from '#core/i18n/lang.ts';
import { day } from '#core/time/plain-date.ts';
import { Card } from '../card.tsx';
import { Change } from '../change.tsx';
import { Facts } from '../facts.tsx';
import { Aside, Section } from '../layout.tsx';
import { LineChart } from '../line-chart.tsx';
import { ButtonLink, Link } from '../link.tsx';
import { Quotation } from '../quotation.tsx';
import { Computed, Source } from '../source.tsx';
import { State } from '../state.tsx';
import { Timeline } from '../timeline.tsx';
import { Statement } from '../voices.tsx';
import { sayIn } from './say.ts';

/** What the page of one measure is made of. */
export const MeasureBlocks = ({ lang }: { readonly lang: Lang }) => (
  <Aside
    main={
      <>
        <Wording lang={lang} />
        <Said lang={lang} />
        <Judged lang={lang} />
        <What lang={lang} />
      </>
    }
    aside={<Beside lang={lang} />}
  />
);

const VERBATIM =
  'Operatorlarla birlikdə on beş hədəf icmanın ən azı altısının sakinlərinin rayon mərkəzinə getmədən kommunal haqları, kreditləri və cərimələri ödəyə bilməsi üçün ödəniş terminallarının quraşdırılması.';

function Wording({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Planda yazılan', 'The wording')}>
      <Quotation
        lang={lang}
        of={{ text: VERBATIM, language: 'az', own: lang.code === 'az' }}
        source={say('Yerli Fəaliyyət Planı, 1.1', 'Local Action Plan, 1.1')}
      />
      <h3>{say('Dəyişiklik', 'The change')}</h3>
      <Change
        lang={lang}
        textLang="az"
        before={VERBATIM}
        after={VERBATIM.replace('altısının', 'səkkizinin').replace(
          'kreditləri və cərimələri',
          'kreditləri, vergiləri və cərimələri',
        )}
      />
      <Source
        lang={lang}
        from={say('Platformanın qərarı', 'decision of the platform')}
        on={say('4 iyun 2026', '4 June 2026')}
        document={{ label: say('qərar 11/2026', 'decision 11/2026'), href: '#d11' }}
      />
    </Section>
  );
}

function Said({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Nə deyilir', 'What is said')}>
      <Statement
        voice="executor"
        who={say('İcraçı: Nümunə Rayon İcra Hakimiyyəti', 'Executor: District ExCom')}
        when={say('2 oktyabr 2026-cı ildə məlumat verib', 'reported 2 October 2026')}
        state={<State lang={lang} kind="complete" />}
        foot={<Link href="#e">{say('təhvil-təslim aktı, 4 səhifə', 'delivery act, 4 pages')}</Link>}
      >
        <p>
          {say(
            'Sentyabrın sonunadək səkkiz icmada səkkiz terminal mağazalara təhvil verilib.',
            'Eight terminals were delivered to shops in eight communities by the end of September.',
          )}
        </p>
      </Statement>
      <Statement
        voice="civil"
        who={say('Vətəndaş cəmiyyəti: 2 nömrəli QHT', 'Civil society: evaluators of NGO 2')}
        when={say('9–12 oktyabr 2026-cı ildə baxış keçirib', 'visited 9–12 October 2026')}
        state={<State lang={lang} kind="limited" />}
      >
        <p>
          {say(
            'Baxış günlərində səkkiz terminaldan beşi işləyirdi. 12-ci kənddə terminal açılmamışdı.',
            'On the days of our visits five of eight worked. In village 12 the terminal stood unpacked.',
          )}
        </p>
      </Statement>
      <Statement voice="other" who={say('Sakin', 'A resident')} when={say('20 oktyabr 2026', '20 October 2026')}>
        <p>{say('Bizim kənddəki terminal nağd pul qəbul etmir.', 'The one in our village takes no cash.')}</p>
      </Statement>
    </Section>
  );
}

function Judged({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Göstərici', 'The number it is judged by')}>
      <LineChart
        lang={lang}
        id="terminals"
        title={say('Terminalı işləyən icmalar, 15 icmadan', 'Communities with a working terminal, of 15')}
        baseline={{ date: day('2026-03-14'), value: 2 }}
        target={{ date: day('2026-09-30'), value: 8 }}
        executor={[
          { date: day('2026-06-05'), value: 4 },
          { date: day('2026-10-02'), value: 8, note: say('aktlar üzrə', 'by delivery acts') },
        ]}
        civil={[
          { date: day('2026-06-20'), value: 3, note: say('telefonla soruşulub', 'asked by telephone') },
          { date: day('2026-10-12'), value: 5, note: say('8 yerə baxış keçirilib', '8 visited') },
        ]}
      />
      <Computed lang={lang}>
        <p>
          {say(
            'Terminal yoxlama günü ödəniş qəbul edirsə, işləyən sayılır.',
            'A terminal counts as working when it takes a payment on the day of the visit.',
          )}
        </p>
      </Computed>
    </Section>
  );
}

function What({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Nə baş verib', 'What happened')}>
      <Timeline
        events={[
          {
            when: say('30 noy 2026', '30 Nov 2026'),
            datetime: '2026-11-30',
            kind: 'planned',
            what: say('Növbəti addım: 4 və 9 nömrəli kəndlərdə əlaqə', 'Next step: connection in villages 4 and 9'),
          },
          {
            when: say('12 okt 2026', '12 Oct 2026'),
            datetime: '2026-10-12',
            kind: 'civil',
            what: say('Qiymətləndirilib: məhdud dərəcədə', 'Evaluated: limited'),
          },
          {
            when: say('2 okt 2026', '2 Oct 2026'),
            datetime: '2026-10-02',
            kind: 'executor',
            what: say('Məlumat verilib: tamamlanıb', 'Reported: complete'),
          },
          {
            when: say('30 sen 2026', '30 Sep 2026'),
            datetime: '2026-09-30',
            what: (
              <State lang={lang} kind="late">
                {say('Son tarix keçib', 'Due date passed')}
              </State>
            ),
          },
          {
            when: say('14 mar 2026', '14 Mar 2026'),
            datetime: '2026-03-14',
            what: say('23 üzvdən 21-nin səsi ilə qəbul edilib', 'Adopted with the votes of 21 of 23 members'),
          },
        ]}
      />
    </Section>
  );
}

function Beside({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <>
      <Card title={say('Kim', 'Who')}>
        <Facts
          facts={[
            {
              name: say('Əsas icraçı', 'Lead'),
              value: <Link href="#b">{say('Nümunə Rayon İcra Hakimiyyəti', 'District ExCom')}</Link>,
            },
            { name: say('Birgə', 'With'), value: say('2 operator, 5 bələdiyyə', '2 operators, 5 municipalities') },
            { name: say('Son tarix', 'Due'), value: say('30 sentyabr 2026', '30 September 2026') },
            { name: say('Yoxdur', 'None'), value: null },
          ]}
        />
      </Card>
      <Card title={say('Sizin kəndinizdə də belədirmi?', 'Is it so in your village?')}>
        <p class="small">
          {say(
            'Terminalın işləyib-işləmədiyini bildirin. Hesab lazım deyil.',
            'Tell us whether the terminal works. No account needed.',
          )}
        </p>
        <ButtonLink href="#r">{say('Gördüyünüzü bildirin', 'Report what you saw')}</ButtonLink>
        <Link class="small" href="#f">
          {say('Bu tədbiri izləyin', 'Follow this measure')}
        </Link>
      </Card>
    </>
  );
}
