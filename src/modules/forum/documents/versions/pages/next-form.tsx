import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';

interface NextFormProps {
  readonly of: Filled;
  readonly document: string;
  readonly action: string;
  readonly back: string;
}

/** Begins the next version: a copy to be written in. */
export const NextForm = ({ of, document, action, back }: NextFormProps) => (
  <>
    <PageTitle over={document} title={of.lang.t('forum.documents.next.title')} />
    <Confirm of={of} action={action} deed={of.lang.t('forum.documents.next.deed')} cancelHref={back}>
      <p>{of.lang.t('forum.documents.next.lede')}</p>
    </Confirm>
  </>
);
