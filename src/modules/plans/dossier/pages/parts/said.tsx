import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Link } from '#ui/link.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import type { EvidenceRow } from '../../../reports/schema.ts';

/** What somebody wrote, in paragraphs, in its own language. */
export const Said = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  return (
    <>
      {chosen.text.split(/\n{2,}/).map((paragraph, i, all) => (
        <p key={paragraph}>
          {i === all.length - 1 ? (
            <ChosenText lang={lang} of={{ ...chosen, text: paragraph }} />
          ) : (
            <span lang={chosen.own ? undefined : chosen.language}>{paragraph}</span>
          )}
        </p>
      ))}
    </>
  );
};

/** The pieces of evidence, each with its way to it. */
export const Evidence = ({ lang, evidence }: { readonly lang: Lang; readonly evidence: readonly EvidenceRow[] }) => {
  if (evidence.length === 0) return null;
  return (
    <>
      {lang.t('plans.dossier.evidence')}:{' '}
      {evidence.map((piece, i) => (
        <span key={piece.id}>
          {i > 0 ? '; ' : null}
          <EvidenceLink piece={piece}>{piece.title || lang.t(`plans.dossier.kind.${piece.kind}`)}</EvidenceLink>
          {piece.on_day ? `, ${lang.shortDate(piece.on_day)}` : null}
        </span>
      ))}
      .{' '}
    </>
  );
};

const EvidenceLink = ({ piece, children }: { readonly piece: EvidenceRow; readonly children: ComponentChildren }) => {
  if (piece.file_id) return <Link href={`/files/${piece.forum_id}/${piece.file_id}`}>{children}</Link>;
  return piece.url ? <Link href={piece.url}>{children}</Link> : <>{children}</>;
};

/** How the word came, when not by the body's own account. */
export const WayLine = ({
  lang,
  way,
  paperRef,
}: {
  readonly lang: Lang;
  readonly way: 'account' | 'link' | 'paper' | 'import';
  readonly paperRef: string | null;
}) => {
  if (way === 'account') return null;
  return (
    <>
      {way === 'paper'
        ? lang.t('plans.dossier.way.paper', { ref: paperRef ?? '' })
        : lang.t(`plans.dossier.way.${way}`)}
    </>
  );
};
