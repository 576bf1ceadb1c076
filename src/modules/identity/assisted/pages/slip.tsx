import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink } from '#ui/link.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { DeedDone } from '../schema.ts';

interface SlipProps {
  /** Language of the person who takes the paper home. */
  readonly to: Lang;
  readonly forum: Parameters<typeof Sheet>[0]['forum'];
  readonly code: string;
  /** Where the code is typed. */
  readonly address: string;
  readonly from: string;
  readonly until: string;
  readonly deeds: readonly DeedDone[];
  /** The way on for the helper. */
  readonly next: { readonly href: string; readonly label: string };
}

/** The paper that the person takes home: what was entered, and the code by which it can be checked and objected to. */
export const SlipPage = ({ to, forum, code, address, from, until, deeds, next }: SlipProps) => (
  <>
    <div lang={to.code}>
      <Sheet lang={to} forum={forum} title={to.t('identity.assisted.slip.receipt')}>
        <Receipt
          lang={to}
          title={to.t('identity.assisted.slip.entered', { n: deeds.length })}
          number={code}
          facts={[
            {
              name: to.t('identity.assisted.slip.when'),
              value: to.t('identity.assisted.slip.from_until', { from, until }),
            },
            { name: to.t('identity.slip.where'), value: address },
          ]}
        >
          {deeds.length > 0 ? (
            <ol>
              {deeds.map((deed) => (
                <li key={deed.id}>{to.say(deed.sentence)}</li>
              ))}
            </ol>
          ) : null}
          <p>{to.t('identity.assisted.slip.receipt_how')}</p>
        </Receipt>
      </Sheet>
    </div>
    <p>
      <ButtonLink href={next.href} second>
        {next.label}
      </ButtonLink>
    </p>
  </>
);
