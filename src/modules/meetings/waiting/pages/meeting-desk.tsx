import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import type { DeskLine } from '../schema.ts';

interface MeetingDeskProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly lines: readonly DeskLine[];
  readonly at: (path: string) => string;
}

/** Meetings to come, minutes to be written, tasks that are owed, who missed too many meetings; nothing when there is none. */
export const MeetingDesk = ({ lang, today, lines, at }: MeetingDeskProps) =>
  lines.length === 0 ? null : (
    <Section title={lang.t('meetings.menu')} id="meetings">
      <ul>
        {lines.map((line) => (
          <li key={`${line.what} ${line.path} ${line.name}`}>
            <Link href={at(line.path)}>{lang.t(`meetings.waiting.${line.what}`, { name: line.name, n: line.n })}</Link>
            {line.on ? (
              <span class="quiet">
                {' '}
                {lang.shortDate(line.on)}, {lang.distance(today, line.on)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
