import type { Lang } from '#core/i18n/lang.ts';
import { Link } from '#ui/link.tsx';
import type { Document, State, Version } from '../../schema.ts';
import { VersionStateChip } from './version-state.tsx';

interface VersionListProps {
  readonly lang: Lang;
  readonly document: Document;
  readonly current: Version;
  /** Of each version that this reader sees, by its id. */
  readonly states: ReadonlyMap<string, State>;
  readonly at: (path: string) => string;
}

/** All versions, latest first, each with what changed in it. */
export const VersionList = ({ lang, document, current, states, at }: VersionListProps) => {
  const seen = document.versions.filter((version) => states.has(version.id)).toReversed();
  const page = (path: string) => at(`/documents/${document.slug}${path}`);
  return (
    <ul>
      {seen.map((version, i) => {
        const before = seen[i + 1];
        const words = lang.t('forum.documents.version_no', { version: version.number });
        return (
          <li key={version.id}>
            {version.id === current.id ? (
              <strong>{words}</strong>
            ) : (
              <Link href={page(`/versions/${version.number}`)}>{words}</Link>
            )}{' '}
            <VersionStateChip lang={lang} state={states.get(version.id) ?? 'draft'} />{' '}
            {before ? (
              <Link href={page(`/changes?from=${before.number}&to=${version.number}`)}>
                {lang.t('forum.documents.changes_since', { version: before.number })}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
