import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import { FILES } from '../../giving/api.ts';

interface FilesProps {
  readonly lang: Lang;
  /** Address of the files without their ending. */
  readonly base: string;
  /** The page for paper. */
  readonly print: string;
}

/** The questionnaire to take away, for spreadsheets, for phones with other programs, for machines. */
export const Files = ({ lang, base, print }: FilesProps) => (
  <p class="acts">
    <Link href={print}>{lang.t('surveys.questionnaires.printing.title')}</Link>
    {FILES.map((kind) => (
      <Link key={kind} href={`${base}.${kind}`}>
        {lang.t(`surveys.questionnaires.giving.${kind}`)}
      </Link>
    ))}
  </p>
);
