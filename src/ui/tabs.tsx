import { Link } from './link.tsx';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** How many things stand there. */
  readonly count?: number | undefined;
}

/** Views of one thing; each has its own address. `name` says to a screen reader what they are views of. */
export const Tabs = ({
  name,
  tabs,
  current,
}: {
  readonly name: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
}) => (
  <nav class="tabs" aria-label={name}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.id}>
          <Link href={tab.href} current={tab.id === current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <small> ({tab.count})</small>}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
