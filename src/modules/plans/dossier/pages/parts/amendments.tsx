import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Change as Changed } from '#ui/change.tsx';
import { Facts } from '#ui/facts.tsx';
import { Section } from '#ui/layout.tsx';
import { Source } from '#ui/source.tsx';
import { ChangeWords } from '../../../measures/pages/parts/change-words.tsx';
import type { CellRow } from '../../../measures/schema.ts';
import type { AmendmentSeen, Story } from '../../rules.ts';
import type { Dossier } from '../../schema.ts';
import { nameOf } from './shown.tsx';

interface AmendmentListProps {
  readonly lang: Lang;
  readonly dossier: Dossier;
  readonly story: Story;
}

/** Every amendment as a diff against what stood before; the old words, days and executors stay readable. */
export const AmendmentList = ({ lang, dossier, story }: AmendmentListProps) =>
  story.amendments.length === 0 ? null : (
    <Section title={lang.t('plans.dossier.amendments')} id="amendments">
      <div class="stack">
        {story.amendments.map((amendment) => (
          <Amendment key={amendment.row.id} lang={lang} dossier={dossier} amendment={amendment} />
        ))}
      </div>
    </Section>
  );

const Amendment = ({
  lang,
  dossier,
  amendment,
}: {
  readonly lang: Lang;
  readonly dossier: Dossier;
  readonly amendment: AmendmentSeen;
}) => {
  const { row } = amendment;
  const names = (cells: readonly CellRow[], drawn: (words: string) => ComponentChildren): ComponentChildren =>
    cells.length > 0 ? drawn(lang.list(cells.map((cell) => nameOf(lang, dossier, cell.body_id)))) : null;
  return (
    <div class="card" id={`amendment-${row.id}`}>
      <h3>{lang.t('plans.dossier.amended_on', { date: lang.date(row.effective_on) })}</h3>
      <Source lang={lang} from={row.decision} document={documentOf(lang, row.decision_url)}>
        {row.reason ? lang.pick(row.reason) : null}
      </Source>
      <Facts
        facts={[
          ...amendment.changes.map((change) => ({
            name: lang.t(`plans.dossier.field.${change.field}`),
            value: <ChangeWords lang={lang} change={change} />,
          })),
          { name: lang.t('plans.dossier.field.left'), value: names(amendment.left, (words) => <del>{words}</del>) },
          { name: lang.t('plans.dossier.field.came'), value: names(amendment.came, (words) => <ins>{words}</ins>) },
          {
            name: lang.t('plans.dossier.field.target'),
            value:
              amendment.newTargets.length > 0 ? (
                <Changed
                  lang={lang}
                  before={amendment.oldTargets.map((target) => lang.number(target.value)).join(', ')}
                  after={amendment.newTargets.map((target) => lang.number(target.value)).join(', ')}
                />
              ) : null,
          },
        ]}
      />
    </div>
  );
};

const documentOf = (lang: Lang, href: string | null) =>
  href ? { label: lang.t('plans.dossier.source'), href } : undefined;
