import type { Lang } from '#core/i18n/lang.ts';
import { FILE_OBJECT, type WithheldThings } from '#core/withholding/withheld.ts';
import { Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { withheldWords } from '#ui/withheld.tsx';
import type { AnswerFile } from '../../../answers/schema.ts';
import { wordsIn } from '../../../rules.ts';
import type { Fulfilment } from '../../schema.ts';

interface DoneProps {
  readonly lang: Lang;
  readonly at: (path: string) => string;
  readonly forum: string;
  readonly fulfilment: Fulfilment;
  readonly withheld: WithheldThings;
  /** The keepers and the body: they see files that are not for everybody. */
  readonly concerned: boolean;
  readonly mayKeep: boolean;
}

/** That it was done: when, by what it is shown, who said so and how that came. */
export const Done = (props: DoneProps) => {
  const { lang, fulfilment } = props;
  const { on, url, source, way, paperRef, paperDay } = fulfilment;
  const came = way && wayWords(lang, { way, ref: paperRef, day: paperDay });
  return (
    <>
      <p>
        {lang.date(on)}. {url ? <Link href={url}>{wordsIn(lang, source)}</Link> : wordsIn(lang, source)}
      </p>
      {fulfilment.saidBy === 'body' || came ? (
        <p class="quiet">
          {fulfilment.saidBy === 'body' ? lang.t('obligations.said_by_body') : null} {came}
        </p>
      ) : null}
      <Files {...props} />
    </>
  );
};

const Files = (props: DoneProps) => {
  const { lang, fulfilment, concerned } = props;
  const shown = fulfilment.files.filter((file) => concerned || file.seenBy === 'everybody');
  const kept = fulfilment.files.length - shown.length;
  if (fulfilment.files.length === 0) return null;
  return (
    <>
      <h3>{lang.t('obligations.files')}</h3>
      {shown.length > 0 ? (
        <ul>
          {shown.map((file) => (
            <li key={file.id}>
              <OneFile {...props} file={file} />
            </li>
          ))}
        </ul>
      ) : null}
      {kept > 0 ? <p class="quiet">{lang.t('obligations.files_kept', { n: kept })}</p> : null}
    </>
  );
};

const OneFile = ({ lang, at, forum, withheld, mayKeep, file }: DoneProps & { readonly file: AnswerFile }) => {
  const gone = withheld.of(FILE_OBJECT, file.id);
  if (gone)
    return (
      <>
        {file.name} <span class="quiet">({withheldWords(lang, gone)})</span>
      </>
    );
  return (
    <>
      <Link href={`/files/${forum}/${file.id}`}>{file.name}</Link>{' '}
      {file.seenBy === 'concerned' ? <span class="quiet">({lang.t('obligations.file_concerned')})</span> : null}{' '}
      {mayKeep && file.seenBy === 'everybody' ? (
        <small>
          <Link href={at(`/withheld/new?type=${FILE_OBJECT}&id=${file.id}`)}>
            {lang.t('obligations.take_down_file')}
          </Link>
        </small>
      ) : null}
    </>
  );
};
