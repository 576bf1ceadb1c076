import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';

interface DiscardFormProps {
  readonly of: Filled;
  readonly document: string;
  readonly version: number;
  /** It is the only version: the document goes with it. */
  readonly whole: boolean;
  readonly action: string;
  readonly back: string;
}

/** Before a draft is thrown away: what is lost, and that it cannot be undone. */
export const DiscardForm = ({ of, document, version, whole, action, back }: DiscardFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle over={document} title={lang.t('forum.documents.discard.title')} />
      <Confirm of={of} action={action} deed={lang.t('forum.documents.discard.deed', { version })} cancelHref={back}>
        <p>{lang.t(whole ? 'forum.documents.discard.whole' : 'forum.documents.discard.lede')}</p>
      </Confirm>
    </>
  );
};
