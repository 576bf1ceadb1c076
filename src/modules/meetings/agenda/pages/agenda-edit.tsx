import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Deed } from '../../pages/parts/deed.tsx';
import type { Item } from '../schema.ts';

interface AgendaEditProps {
  readonly lang: Lang;
  readonly items: readonly Item[];
  readonly here: string;
  readonly back: string;
  /** The meeting has begun: items are added, their order stays. */
  readonly begun: boolean;
  /** The day for it has passed: what is changed now is marked. */
  readonly late: boolean;
  readonly done: string | null;
}

/** The agenda to be written: items, their order. */
export const AgendaEdit = ({ lang, items, here, back, begun, late, done }: AgendaEditProps) => (
  <>
    {done ? <Notice title={done} /> : null}
    <PageTitle title={lang.t('meetings.agenda.edit')} lede={lang.t('meetings.agenda.lede')} />
    {late ? <Notice title={lang.t('meetings.agenda.late')} warn /> : null}
    <p class="acts">
      <ButtonLink href={`${here}/new`}>{lang.t('meetings.agenda.add')}</ButtonLink>
      <Link href={back}>{lang.t('meetings.back')}</Link>
    </p>
    {items.length === 0 ? <Empty level={2} title={lang.t('meetings.agenda.none')} /> : null}
    <ol class="sec plainlist">
      {items.map((item, i) => (
        <li key={item.id} class="stack">
          <p>
            {item.number}.{' '}
            <Link href={`${here}/${item.number}`}>
              <ChosenText lang={lang} of={lang.choose(item.title)} />
            </Link>{' '}
            <span class="quiet">({lang.t(`meetings.item.${item.kind}`)})</span>
          </p>
          {begun ? null : (
            <div class="acts">
              {i > 0 ? (
                <Deed
                  action={`${here}/order`}
                  label={lang.t('meetings.agenda.up_what', { n: item.number })}
                  words={lang.t('meetings.agenda.up')}
                  values={{ item: item.id, to: 'up' }}
                />
              ) : null}
              {i < items.length - 1 ? (
                <Deed
                  action={`${here}/order`}
                  label={lang.t('meetings.agenda.down_what', { n: item.number })}
                  words={lang.t('meetings.agenda.down')}
                  values={{ item: item.id, to: 'down' }}
                />
              ) : null}
              <Deed
                action={`${here}/removal`}
                label={lang.t('meetings.agenda.remove_what', { n: item.number })}
                words={lang.t('meetings.agenda.remove')}
                values={{ item: item.id }}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  </>
);
