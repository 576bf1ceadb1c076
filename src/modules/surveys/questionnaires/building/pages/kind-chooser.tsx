import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { KINDS } from '../schema.ts';
import { kindKey } from '../values/rules.ts';

interface ChooserProps {
  readonly lang: Lang;
  readonly here: string;
  /** Where the new item comes: goes along in the address. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly back: string;
}

/** What kind of question it will be, each with one sentence of when to take it. */
export const KindChooser = ({ lang, here, hidden, back }: ChooserProps) => (
  <>
    <PageTitle
      title={lang.t('surveys.questionnaires.building.add')}
      lede={lang.t('surveys.questionnaires.building.choose')}
    />
    <dl class="facts">
      {KINDS.map((kind) => (
        <>
          <dt>
            <Link href={`${here}?${new URLSearchParams({ kind, ...hidden })}`}>
              {lang.t(`surveys.questionnaires.kind.${kindKey(kind)}`)}
            </Link>
          </dt>
          <dd>{lang.t(`surveys.questionnaires.kind_hint.${kindKey(kind)}`)}</dd>
        </>
      ))}
    </dl>
    <p>
      <Link href={back}>{lang.t('ui.cancel')}</Link>
    </p>
  </>
);
