import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { Signature } from '../../schema.ts';

interface SignatureTableProps {
  readonly lang: Lang;
  readonly signatures: readonly Signature[];
  readonly bodies: ReadonlyMap<string, Texts>;
  /** Where keepers take a signature back as a mistake. */
  readonly mistakeHref?: ((signature: Signature) => string) | undefined;
}

/** Which organisation signed, through whom by office, when; below, what was entered wrongly. */
export const SignatureTable = ({ lang, signatures, bodies, mistakeHref }: SignatureTableProps) => {
  const counted = signatures.filter(({ mistake }) => mistake === null);
  const nameOf = ({ body }: Signature): string => lang.pick(bodies.get(body) ?? {});
  return (
    <>
      {counted.length === 0 ? (
        <p class="quiet">{lang.t('forum.documents.no_signatures')}</p>
      ) : (
        <Table
          lang={lang}
          caption={lang.t('forum.documents.signatures')}
          quietCaption
          rows={counted}
          rowKey={({ id }) => id}
          columns={[
            { ...{ id: 'body', head: lang.t('forum.documents.organisation'), lead: true }, cell: nameOf },
            {
              ...{ id: 'capacity', head: lang.t('forum.documents.capacity') },
              cell: ({ capacity }) => capacity && lang.pick(capacity),
            },
            {
              ...{ id: 'on', head: lang.t('forum.documents.day') },
              cell: (one) => (
                <>
                  {lang.shortDate(one.on)}
                  {mistakeHref ? (
                    <div>
                      <Link href={mistakeHref(one)}>{lang.t('forum.documents.sign.mistake')}</Link>
                    </div>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Mistakes lang={lang} signatures={signatures} nameOf={nameOf} />
    </>
  );
};

function Mistakes({
  lang,
  signatures,
  nameOf,
}: Pick<SignatureTableProps, 'lang' | 'signatures'> & { readonly nameOf: (one: Signature) => string }) {
  const taken = signatures.flatMap((one) => (one.mistake ? [{ one, mistake: one.mistake }] : []));
  if (taken.length === 0) return null;
  return (
    <details>
      <summary>{lang.t('forum.seat.mistakes')}</summary>
      <ul>
        {taken.map(({ one, mistake }) => (
          <li key={one.id}>
            {lang.t('forum.documents.mistake', {
              ...{ body: nameOf(one), on: lang.shortDate(one.on), day: lang.shortDate(mistake.on) },
              reason: mistake.reason,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
