import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { filled } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { pathOf } from '../../rules.ts';
import { ASKED, type WaitingVoice } from '../../schema.ts';

interface ModerationProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly voices: readonly WaitingVoice[];
  readonly done: string | null;
}

/** What people who were there wrote and nobody has read yet, the oldest first. */
export const ModerationPage = ({ lang, at, voices, done }: ModerationProps) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle
      title={lang.t('accountability.reports.saying.moderation')}
      lede={lang.t('accountability.reports.saying.moderation_lede')}
    />
    <Stack>
      {voices.length === 0 ? (
        <Empty
          level={2}
          title={lang.t('accountability.reports.saying.nothing')}
          next={<Link href={at('/reports')}>{lang.t('accountability.reports.title')}</Link>}
        />
      ) : (
        voices.map((voice) => <OneVoice key={voice.id} lang={lang} at={at} voice={voice} />)
      )}
    </Stack>
  </>
);

const OneVoice = ({ lang, at, voice }: Pick<ModerationProps, 'lang' | 'at'> & { readonly voice: WaitingVoice }) => (
  <Statement
    voice="other"
    who={<Link href={at(pathOf(voice))}>{lang.t('accountability.reports.one', { number: voice.number })}</Link>}
    when={lang.date(voice.on)}
  >
    <ul class="plainlist">
      {ASKED.map((asked) => (
        <li key={asked}>
          {lang.t(`accountability.reports.asked.${asked}`)}{' '}
          <b>{lang.t(`accountability.reports.answered.${voice[asked]}`)}</b>
        </li>
      ))}
    </ul>
    {voice.words ? <Said lang={lang} texts={voice.words} /> : null}
    <Form
      of={filled(lang)}
      action={at('/reports/voices')}
      deed={lang.t('accountability.reports.saying.publish')}
      hidden={{ voice: voice.id }}
      second={
        <>
          {voice.words ? (
            <SecondButton name="decision" value="without_words">
              {lang.t('accountability.reports.saying.without_words')}
            </SecondButton>
          ) : null}
          <SecondButton name="decision" value="refused">
            {lang.t('accountability.reports.saying.refuse')}
          </SecondButton>
        </>
      }
    />
  </Statement>
);
