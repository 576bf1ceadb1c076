import type { Lang } from '#core/i18n/lang.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { OpenObjection } from '../../schema.ts';

interface ObjectionListProps {
  readonly lang: Lang;
  readonly objections: readonly OpenObjection[];
  readonly moment: (at: Date) => string;
  readonly at: (path: string) => string;
}

/** Objections that wait for an answer; nothing at all when there are none. */
export const ObjectionList = ({ lang, objections, moment, at }: ObjectionListProps) =>
  objections.length === 0 ? null : (
    <Section title={lang.t('identity.assisted.receipt.open', { n: objections.length })} id="objections">
      <ul class="plainlist stack">
        {objections.map((objection) => (
          <li key={objection.id}>
            <Link href={at(`/objections/${objection.id}`)}>{lang.say(objection.sentence)}</Link>
            <p class="meta">
              <span>{moment(objection.madeAt)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
