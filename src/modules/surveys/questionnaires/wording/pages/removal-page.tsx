import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';

interface RemovalPageProps {
  readonly of: Filled;
  readonly title: string;
  /** How many sentences would go. */
  readonly means: string;
  readonly action: string;
  readonly back: string;
}

/** Before a language is taken out of a questionnaire with everything that was written in it. */
export const RemovalPage = ({ of, title, means, action, back }: RemovalPageProps) => (
  <>
    <PageTitle title={title} />
    <Confirm of={of} action={action} deed={title} cancelHref={back}>
      {means}
    </Confirm>
  </>
);
