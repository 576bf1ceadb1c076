import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { FILE_OBJECT, type Withheld, type WithheldThings } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { Said } from '#ui/said.tsx';
import { WithheldNote, withheldWords } from '#ui/withheld.tsx';
import type { EvidenceRow } from '../../../reports/schema.ts';

interface SaidOrWithheldProps {
  readonly lang: Lang;
  readonly texts: Texts;
  readonly withheld: Withheld | null | undefined;
  /** Address of the form of a demand, for those who keep the record. */
  readonly takeDown: string | null;
}

/** What somebody wrote, or in its place since when and why it is not shown. */
export const SaidOrWithheld = ({ lang, texts, withheld, takeDown }: SaidOrWithheldProps) =>
  withheld ? (
    <WithheldNote lang={lang} of={withheld} />
  ) : (
    <>
      <Said lang={lang} texts={texts} />
      {takeDown ? (
        <p class="small">
          <Link href={takeDown}>{lang.t('plans.withheld.take_down')}</Link>
        </p>
      ) : null}
    </>
  );

interface SaidOnFormProps extends Pick<SaidOrWithheldProps, 'lang' | 'texts'> {
  readonly withheld: Withheld | null;
  /** They may see the case of the demand, and so its words. */
  readonly keeper: boolean;
}

/**
 * What is judged or answered, above the form: withheld words are shown to those who keep the record alone, whoever
 * else is concerned. The others are told that they can write all the same.
 */
export const SaidOnForm = ({ lang, texts, withheld, keeper }: SaidOnFormProps) =>
  withheld ? (
    <>
      <WithheldNote lang={lang} of={withheld} />
      <p class="quiet">{lang.t(keeper ? 'plans.withheld.keeper_sees' : 'plans.withheld.on_form')}</p>
      {keeper ? <Said lang={lang} texts={texts} /> : null}
    </>
  ) : (
    <Said lang={lang} texts={texts} />
  );

export interface EvidenceProps {
  readonly lang: Lang;
  readonly evidence: readonly EvidenceRow[];
  readonly withheld?: WithheldThings | undefined;
  /** Address of the form of a demand, for those who keep the record. */
  readonly takeDown?: ((type: string, id: string) => string) | null | undefined;
  /** The secret of the link by which somebody reads here before everybody may. */
  readonly deed?: string | null | undefined;
}

/** The pieces of evidence, each with its way to it; of a file that is withheld the name stays. */
export const Evidence = ({ lang, evidence, withheld, takeDown, deed }: EvidenceProps) => {
  if (evidence.length === 0) return null;
  return (
    <>
      <b>{lang.t('plans.dossier.evidence')}.</b>{' '}
      {evidence.map((piece, i) => (
        <span key={piece.id}>
          {i > 0 ? '; ' : null}
          <EvidenceLink piece={piece} gone={goneOf(piece, withheld) !== null} deed={deed}>
            {piece.title || lang.t(`plans.dossier.kind.${piece.kind}`)}
          </EvidenceLink>
          <Gone lang={lang} of={goneOf(piece, withheld)} />
          {takeDown && piece.file_id && !goneOf(piece, withheld) ? (
            <>
              {' '}
              (<Link href={takeDown(FILE_OBJECT, piece.file_id)}>{lang.t('plans.withheld.take_down_file')}</Link>)
            </>
          ) : null}
          {piece.on_day ? `, ${lang.shortDate(piece.on_day)}` : null}
        </span>
      ))}
    </>
  );
};

const goneOf = (piece: EvidenceRow, withheld: WithheldThings | undefined): Withheld | null =>
  (piece.file_id && withheld?.of(FILE_OBJECT, piece.file_id)) || null;

const Gone = ({ lang, of }: { readonly lang: Lang; readonly of: Withheld | null }) =>
  of ? <span class="quiet"> ({withheldWords(lang, of)})</span> : null;

interface EvidenceLinkProps {
  readonly piece: EvidenceRow;
  readonly gone: boolean;
  readonly deed: string | null | undefined;
  readonly children: ComponentChildren;
}

const EvidenceLink = ({ piece, gone, deed, children }: EvidenceLinkProps) => {
  if (gone) return <>{children}</>;
  const query = deed ? `?deed=${encodeURIComponent(deed)}` : '';
  if (piece.file_id) return <Link href={`/files/${piece.forum_id}/${piece.file_id}${query}`}>{children}</Link>;
  return piece.url ? <Link href={piece.url}>{children}</Link> : <>{children}</>;
};

/** Lines under a statement; null when there is none. */
export function footOf(...lines: readonly ComponentChildren[]): ComponentChildren {
  const said = lines.filter((line) => line !== null);
  return said.length > 0 ? said.map((line, n) => [n > 0 ? <br /> : null, line]) : null;
}
