import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { FileField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { HandedDesk } from '../schema.ts';
import { isOut } from '../schema.ts';

interface DeskPageProps {
  readonly of: Filled;
  readonly lang: Lang;
  readonly zone: string;
  readonly title: string;
  /** "Meeting 3". */
  readonly over: string;
  /** Desks so far, the latest last. */
  readonly desks: readonly HandedDesk[];
  /** It was called and has not ended: it can be taken out. */
  readonly ready: boolean;
  readonly takeHref: string;
  readonly here: string;
  readonly done: string | null;
}

/** Where the meeting is: here, in the hall with a desk, or back again. */
export function DeskPage({ of, lang, zone, title, over, desks, ready, takeHref, here, done }: DeskPageProps) {
  const out = desks.find(isOut);
  const last = desks.at(-1);
  return (
    <>
      <PageTitle over={over} title={title} lede={lang.t('meetings.desk.lede')} />
      {done ? <Notice title={done} /> : null}
      {out ? (
        <Notice title={lang.t('meetings.desk.is_out', { at: lang.moment(out.at, zone) })} warn>
          <p>{lang.t('meetings.desk.is_out_what')}</p>
          <p>
            <Link href={takeHref}>{lang.t('meetings.desk.open')}</Link>
          </p>
        </Notice>
      ) : null}
      {!out && ready ? (
        <section class="sec">
          <h2>{lang.t('meetings.desk.take')}</h2>
          <p>{lang.t('meetings.desk.take_what')}</p>
          <p>
            <Link href={takeHref} class="btn">
              {lang.t('meetings.desk.take')}
            </Link>
          </p>
        </section>
      ) : null}
      {out ? (
        <Part title={lang.t('meetings.desk.recall')} what={lang.t('meetings.desk.recall_what')}>
          <Form of={of} action={`${here}/recall`} deed={lang.t('meetings.desk.recall_do')} hidden={{ desk: out.id }}>
            <TextField of={of} name="reason" label={lang.t('meetings.desk.reason')} maxlength={2000} />
          </Form>
        </Part>
      ) : null}
      {last && !last.delivered ? (
        <Part title={lang.t('meetings.desk.by_hand')} what={lang.t('meetings.desk.by_hand_what')}>
          <Form of={of} action={`${here}/delivery`} deed={lang.t('meetings.desk.by_hand_do')} files>
            <FileField of={of} name="delivery" label={lang.t('meetings.desk.file')} accept=".json,application/json" />
          </Form>
        </Part>
      ) : null}
      {desks.length > 0 ? (
        <section class="sec">
          <h2>{lang.t('meetings.desk.so_far')}</h2>
          <ul class="plainlist">
            {desks.map((desk) => (
              <li key={desk.id}>{courseOf(lang, zone, desk)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly what: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, what, children }: PartProps) => (
  <section class="sec">
    <h2>{title}</h2>
    <p>{what}</p>
    {children}
  </section>
);

function courseOf(lang: Lang, zone: string, { at, recalled, delivered }: HandedDesk): string {
  const said = [lang.t('meetings.desk.course.taken', { at: lang.moment(at, zone) })];
  if (recalled)
    said.push(lang.t('meetings.desk.course.recalled', { at: lang.moment(recalled.at, zone), reason: recalled.reason }));
  if (delivered) {
    const n = delivered.receipt.operations;
    const when = { at: lang.moment(delivered.at, zone), n };
    said.push(lang.t(delivered.byHand ? 'meetings.desk.course.by_hand' : 'meetings.desk.course.delivered', when));
  }
  return said.join(' ');
}
