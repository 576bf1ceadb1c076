import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Chosen, Texts } from '#core/i18n/texts.ts';
import { Link } from '#ui/link.tsx';
import { OnlyIn } from '#ui/quotation.tsx';
import type { EvidenceRow } from '../../../reports/schema.ts';

/** What somebody wrote, in paragraphs and lines as it was written, in its own language. */
export const Said = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  const paragraphs = chosen.text.split(/\n{2,}/);
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        <p key={paragraph}>
          <Lines of={{ ...chosen, text: paragraph }} />
          {i === paragraphs.length - 1 ? <OnlyIn lang={lang} of={chosen} /> : null}
        </p>
      ))}
    </>
  );
};

/** The same as part of a line of small print. */
export const SaidInline = ({ lang, texts }: { readonly lang: Lang; readonly texts: Texts }) => {
  const chosen = lang.choose(texts);
  return (
    <>
      <Lines of={chosen} /> <OnlyIn lang={lang} of={chosen} />
    </>
  );
};

const Lines = ({ of }: { readonly of: Chosen }) => (
  <span lang={of.own ? undefined : of.language}>
    {of.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line, n) => [n > 0 ? <br /> : null, line])}
  </span>
);

interface EvidenceProps {
  readonly lang: Lang;
  readonly evidence: readonly EvidenceRow[];
  /** The secret of the link by which somebody reads here before everybody may. */
  readonly deed?: string | null | undefined;
}

/** The pieces of evidence, each with its way to it. */
export const Evidence = ({ lang, evidence, deed }: EvidenceProps) => {
  if (evidence.length === 0) return null;
  return (
    <>
      <b>{lang.t('plans.dossier.evidence')}.</b>{' '}
      {evidence.map((piece, i) => (
        <span key={piece.id}>
          {i > 0 ? '; ' : null}
          <EvidenceLink piece={piece} query={deed ? `?deed=${encodeURIComponent(deed)}` : ''}>
            {piece.title || lang.t(`plans.dossier.kind.${piece.kind}`)}
          </EvidenceLink>
          {piece.on_day ? `, ${lang.shortDate(piece.on_day)}` : null}
        </span>
      ))}
    </>
  );
};

interface EvidenceLinkProps {
  readonly piece: EvidenceRow;
  readonly query: string;
  readonly children: ComponentChildren;
}

const EvidenceLink = ({ piece, query, children }: EvidenceLinkProps) => {
  if (piece.file_id) return <Link href={`/files/${piece.forum_id}/${piece.file_id}${query}`}>{children}</Link>;
  return piece.url ? <Link href={piece.url}>{children}</Link> : <>{children}</>;
};

/** Lines under a statement; null when there is none. */
export function footOf(...lines: readonly ComponentChildren[]): ComponentChildren {
  const said = lines.filter((line) => line !== null);
  return said.length > 0 ? said.map((line, n) => [n > 0 ? <br /> : null, line]) : null;
}
