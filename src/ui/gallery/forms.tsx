import type { Lang } from '#core/i18n/lang.ts';
import { Checkboxes, Radios, Tick } from '../choice.tsx';
import { Confirm } from '../confirm.tsx';
import { Answers } from '../facts.tsx';
import { AreaField, DateField, FileField, NumberField, SelectField, TextField } from '../field.tsx';
import { filled } from '../filled.ts';
import { Cancel, Form, SecondButton } from '../form.tsx';
import { Section } from '../layout.tsx';
import { Receipt } from '../receipt.tsx';
import { stateWord } from '../state.tsx';
import { Steps } from '../steps.tsx';
import { sayIn } from './say.ts';

/** Asking, checking, confirming, and what a person takes away. */
export const Forms = ({ lang }: { readonly lang: Lang }) => (
  <>
    <Report lang={lang} />
    <Check lang={lang} />
    <Sure lang={lang} />
    <Taken lang={lang} />
  </>
);

function Report({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  const of = filled(
    lang,
    {
      reached: 'səkkiz',
      state: 'complete',
      done: say('Səkkiz terminal təhvil verilib.', 'Eight terminals were delivered.'),
      places: ['4'],
    },
    [
      { field: 'reached', message: { key: 'ui.gallery.number' } },
      { field: 'state', message: { key: 'ui.gallery.evidence' } },
    ],
  );
  return (
    <Section title={say('İcra barədə məlumat', 'Report on a measure')}>
      <Steps
        lang={lang}
        current={1}
        steps={[
          { label: say('Tədbir', 'Measure'), href: '#s1' },
          { label: say('Nə edilib', 'What was done') },
          { label: say('Cavablarınızı yoxlayın', 'Check your answers') },
        ]}
      />
      <Form
        of={of}
        action="/dev/ui"
        deed={say('Davam edin', 'Go on')}
        files
        second={
          <>
            <SecondButton name="draft" value="yes">
              {say('Qaralama kimi saxlayın', 'Keep as a draft')}
            </SecondButton>
            <Cancel href="#c">{say('Ləğv edin', 'Cancel')}</Cancel>
          </>
        }
      >
        <TextField
          of={of}
          name="title"
          label={say('Qısa adı', 'Short title')}
          hint={say('Xəbər başlığı kimi', 'Like a headline')}
        />
        <AreaField
          of={of}
          name="done"
          label={say('Nə edilib?', 'What was done?')}
          hint={say('Harada, nə vaxt, kimlər üçün', 'Where, when, for whom')}
        />
        <NumberField of={of} name="reached" label={say('Neçə icmada?', 'In how many communities?')} />
        <DateField of={of} name="day" label={say('Hansı günə olan vəziyyət?', 'As of which day?')} />
        <SelectField
          of={of}
          name="body"
          label={say('Qurum', 'Body')}
          none={say('qurumu seçin', 'choose a body')}
          options={[{ value: '1', label: say('Nümunə Rayon İcra Hakimiyyəti', 'District ExCom') }]}
        />
        <Radios
          of={of}
          name="state"
          label={say('Vəziyyət', 'State')}
          options={[
            { value: 'under_way', label: stateWord(lang, 'under_way') },
            {
              value: 'complete',
              label: stateWord(lang, 'complete'),
              hint: say('Təsdiqedici material lazımdır', 'Evidence is needed'),
            },
          ]}
        />
        <Checkboxes
          of={of}
          name="places"
          label={say('Hansı kəndlərdə?', 'In which villages?')}
          optional
          options={[
            { value: '4', label: 'Çinarlıyaz' },
            { value: '9', label: 'Günəşlidərə' },
          ]}
        />
        <FileField
          of={of}
          name="photo"
          label={say('Foto', 'Photo')}
          hint={say('JPEG, PNG və ya WebP, ən çoxu 10 MB', 'JPEG, PNG or WebP, at most 10 MB')}
          accept="image/*"
          camera
          optional
        />
        <Tick
          of={of}
          name="seen"
          label={say('Bunu özüm görmüşəm', 'I saw this myself')}
          hint={say('Yalnız yerində olmusunuzsa', 'Only if you were there')}
        />
      </Form>
    </Section>
  );
}

function Check({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Cavablarınızı yoxlayın', 'Check your answers')}>
      <Answers
        lang={lang}
        answers={[
          {
            name: say('Nə edilib?', 'What was done?'),
            value: say('Səkkiz terminal təhvil verilib.', 'Eight terminals were delivered.'),
            changeHref: '#1',
          },
          { name: say('Neçə icmada?', 'In how many communities?'), value: '8', changeHref: '#2' },
          { name: say('Foto', 'Photo'), value: '', changeHref: '#3' },
        ]}
      />
    </Section>
  );
}

function Sure({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('4.1 tədbirini plandan çıxarmaq istəyirsiniz?', 'Withdraw measure 4.1 from the plan?')}>
      <Confirm
        of={filled(lang)}
        action="/dev/ui"
        deed={say('4.1 tədbirini plandan çıxarın', 'Withdraw measure 4.1')}
        cancelHref="#back"
      >
        <p>
          {say(
            'Tədbir “plandan çıxarılıb” qeydi ilə görünəcək, keçmişi qalacaq. Bunu yalnız yeni qərarla geri qaytarmaq olar.',
            'It stays visible as withdrawn, with its history. Only a new decision brings it back.',
          )}
        </p>
      </Confirm>
    </Section>
  );
}

function Taken({ lang }: { readonly lang: Lang }) {
  const say = sayIn(lang);
  return (
    <Section title={say('Qəbz', 'Receipt')}>
      <Receipt
        lang={lang}
        title={say('Təklifiniz qəbul edildi', 'Your proposal is received')}
        number="NR-2026-0417"
        facts={[
          { name: say('Gün', 'Day'), value: say('12 oktyabr 2026, 14:30', '12 October 2026, 14:30') },
          { name: say('Kimə', 'To'), value: say('Nümunə rayonu dialoq platforması', 'Nümunə Dialogue Platform') },
        ]}
      >
        <p>{say('Cavab 27 oktyabra qədər dərc olunacaq.', 'The answer will be published by 27 October.')}</p>
      </Receipt>
    </Section>
  );
}
