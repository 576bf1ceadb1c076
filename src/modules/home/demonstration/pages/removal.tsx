import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';

interface RemovalProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  /** Names of the forums that go. */
  readonly forums: readonly string[];
}

/** Asks once more before the demonstration goes: what goes, what stays. */
export const RemovalPage = ({ of, action, back, forums }: RemovalProps) => (
  <>
    <PageTitle title={of.lang.t('home.demo.title')} lede={of.lang.t('home.demo.lede')} />
    <Confirm of={of} action={action} deed={of.lang.t('home.demo.remove')} cancelHref={back}>
      <ul>
        {forums.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{of.lang.t('home.demo.again')}</p>
    </Confirm>
  </>
);
