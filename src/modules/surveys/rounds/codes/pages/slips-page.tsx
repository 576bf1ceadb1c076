import type { Lang } from '#core/i18n/lang.ts';
import { Columns, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Qr } from '#ui/qr.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { Round } from '../../schema.ts';

interface SlipsPageProps {
  readonly lang: Lang;
  /** Language of the slips. */
  readonly to: Lang;
  readonly round: Round;
  readonly codes: readonly string[];
  /** The whole address of the form; a code after it opens it with the code filled in. */
  readonly address: string;
  readonly back: string;
  readonly whom: string;
}

/** Slips to print and cut, shown this once: each with its code, its QR, and what it is for. */
export const SlipsPage = ({ lang, to, round, codes, address, back, whom }: SlipsPageProps) => (
  <>
    <PageTitle title={to.pick(round.declaration.title)} lede={whom} />
    <Stack>
      <Notice title={lang.t('surveys.links.once', { n: codes.length })} warn>
        <Link href={back}>{lang.t('surveys.links.back')}</Link>
      </Notice>
      <Columns>
        {codes.map((code) => (
          <div key={code} class="card">
            <p>{to.t('surveys.links.slip', { day: to.date(round.declaration.until) })}</p>
            <p>
              <strong class="num">{code}</strong>
            </p>
            <Qr text={`${address}/${code}`} label={to.t('surveys.links.qr_of', { code })} />
            <p class="small">{address}</p>
            <p class="small">{to.t('surveys.links.slip_foot')}</p>
          </div>
        ))}
      </Columns>
    </Stack>
  </>
);
