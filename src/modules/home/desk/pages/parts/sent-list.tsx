import { Link } from '#ui/link.tsx';
import type { Sent } from '../../schema.ts';
import { type LinesProps, measureOf } from './task-list.tsx';

/** Evaluations of one's organisation with what became of each. */
export const SentList = ({ lang, today, names, at, sent }: LinesProps & { readonly sent: readonly Sent[] }) => (
  <ul class="plainlist">
    {sent.map((line) => {
      const body = names.get(line.about.body);
      const words = { date: lang.date(line.on), distance: lang.distance(today, line.on) };
      return (
        <li key={line.key}>
          <Link href={at(line.about.path)}>{measureOf(lang, line.about)}</Link>
          <p class="meta">
            <span>{lang.t(`home.desk.sent_state.${line.state}`, words)}</span>
            {body ? <span>{lang.pick(body)}</span> : null}
          </p>
        </li>
      );
    })}
  </ul>
);
