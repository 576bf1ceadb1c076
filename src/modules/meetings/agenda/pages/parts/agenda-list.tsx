import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { ChosenText } from '#ui/quotation.tsx';
import { Said } from '#ui/said.tsx';
import { PageLink, type PageTitles } from '../../../pages/parts/page-link.tsx';
import type { Item } from '../../schema.ts';

interface AgendaListProps {
  readonly lang: Lang;
  readonly items: readonly Item[];
  /** Names of bodies, and of the organisation on a seat. */
  readonly nameOf: (id: string) => Texts;
  readonly at: (path: string) => string;
  readonly titles: PageTitles;
}

/** The agenda in its order: what each item is, who presents it, what it is about, whether it was changed late. */
export const AgendaList = ({ lang, items, nameOf, at, titles }: AgendaListProps) => (
  <ol>
    {items.map((item) => (
      <li key={item.id} id={`item-${item.number}`}>
        <strong>
          <ChosenText lang={lang} of={lang.choose(item.title)} />
        </strong>{' '}
        <span class="quiet">({lang.t(`meetings.item.${item.kind}`)})</span>
        {item.words ? <Said lang={lang} texts={item.words} /> : null}
        {item.presenter || item.seat ? (
          <div class="quiet small">
            {lang.t('meetings.item.presented_by', { who: lang.pick(item.presenter ?? nameOf(item.seat ?? '')) })}
          </div>
        ) : null}
        {item.about.map((one) => (
          <div key={one.id} class="small">
            {one.type === 'page' ? (
              <PageLink lang={lang} at={at} path={one.id} titles={titles} />
            ) : (
              lang.pick(nameOf(one.id))
            )}
          </div>
        ))}
        {item.lateOn ? (
          <div class="small">{lang.t('meetings.item.late', { day: lang.shortDate(item.lateOn) })}</div>
        ) : null}
      </li>
    ))}
  </ol>
);
