import type { Page } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { AssistedBanner, ReadOnlyBanner } from './banner.tsx';
import { Card } from './card.tsx';
import { Findings } from './gallery/finding.tsx';
import { Forms } from './gallery/forms.tsx';
import { Lists } from './gallery/lists.tsx';
import { MeasureBlocks } from './gallery/measure.tsx';
import { Overview } from './gallery/overview.tsx';
import { sayIn } from './gallery/say.ts';
import { Columns, Section } from './layout.tsx';
import { Sheet } from './sheet.tsx';
import { State } from './state.tsx';
import { PageTitle } from './title.tsx';

/** Every block of the kit with realistic, invented content: the page to look at after each change of a style. */
export function gallery(lang: Lang): Page {
  const say = sayIn(lang);
  return {
    title: say('Hissələr: interfeysin bütün blokları', 'The kit: every block of the interface'),
    description: say('Bütün blokların nümunələri.', 'Samples of every block.'),
    crumbs: [
      { label: say('Plan və icra', 'Plan and progress'), href: '#plans' },
      { label: say('Yerli Fəaliyyət Planı', 'Local Action Plan'), href: '#plan' },
    ],
    menu: 'plan',
    noindex: true,
    main: (
      <>
        <PageTitle
          over={say('Tədbir 1.1', 'Measure 1.1')}
          title={say(
            'Elektronlaşdırılmış xidmətlərin əlçatanlığının yaxşılaşdırılması',
            'Better access to electronic services',
          )}
          lede={say(
            'On beş icma üçün on iki tədbir. Hər birini iki səs izləyir: icraçının məlumatı və vətəndaş cəmiyyətinin rəyi.',
            'Twelve measures for fifteen communities. Each is followed by two voices: what the executor reports, and what civil society finds.',
          )}
          state={
            <State lang={lang} kind="under_way">
              {say('Qüvvədədir, 20 ayın 8-cisi', 'In force, month 8 of 20')}
            </State>
          }
        />
        <Overview lang={lang} />
        <Lists lang={lang} />
        <MeasureBlocks lang={lang} />
        <Findings lang={lang} />
        <Forms lang={lang} />
        <Section title={say('Kartlar və zolaqlar', 'Cards and strips')}>
          <Columns>
            <Card title={say('Növbəti iclas', 'Next meeting')}>
              {say('27 noyabr, 4 gün sonra', '27 November, in 4 days')}
            </Card>
            <Card title={say('Növbəti rəy sorğusu', 'Next survey')}>{say('Aprel 2027', 'April 2027')}</Card>
          </Columns>
          <ReadOnlyBanner lang={lang} />
          <AssistedBanner lang={lang} name="Rəna" until="15:30" deskHref="#" action="#" />
        </Section>
      </>
    ),
  };
}

/** The print sheet stands alone: a `bare` page with letterhead and places for signatures. */
export function sheetSample(lang: Lang): Page {
  const say = sayIn(lang);
  return {
    title: say('Çap vərəqi', 'Print sheet'),
    bare: true,
    noindex: true,
    main: (
      <Sheet
        lang={lang}
        forum={{
          name: say('Nümunə rayonu dialoq platforması', 'Nümunə Dialogue Platform'),
          motto: say('hökumət və vətəndaş cəmiyyəti bir masa arxasında', 'government and civil society, at one table'),
          motif: 2,
          demonstration: true,
        }}
        title={say('1.1 tədbiri: ödəniş terminalları', 'Measure 1.1: payment terminals')}
        about={say('12 oktyabr 2026-cı il tarixinə', 'as of 12 October 2026')}
        signers={[
          say('Platformanın koordinatoru', 'Coordinator of the platform'),
          say('Rayon İcra Hakimiyyətinin nümayəndəsi', 'For the District ExCom'),
        ]}
        foot={say(
          'Bu vərəqin canlı səhifəsi: example.az/az/numune/plans/local/measures/1.1',
          'The living page: example.az/en/numune/plans/local/measures/1.1',
        )}
      >
        <p>
          {say(
            'Sentyabrın sonunadək səkkiz icmada səkkiz terminal mağazalara təhvil verilib.',
            'Eight terminals were delivered to shops in eight communities by the end of September.',
          )}
        </p>
      </Sheet>
    ),
  };
}
