import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { wayWords } from '#ui/paper.tsx';
import { Said } from '#ui/said.tsx';
import { Statement } from '#ui/voices.tsx';
import { WithheldNote } from '#ui/withheld.tsx';
import { WITHHELD_REMARK } from '../../rules.ts';
import type { Card, Remark } from '../../schema.ts';
import { rowWords } from './rows.tsx';

interface RemarksProps {
  readonly lang: Lang;
  readonly today: PlainDate;
  readonly card: Card;
  readonly body: string;
  readonly withheld: WithheldThings;
  /** Where a remark is decided; null for all but those who keep scorecards. */
  readonly deciding: ((remark: Remark) => string) | null;
  /** Where words are demanded to be taken down; null for all but those who keep the record. */
  readonly takeDown: ((type: string, id: string) => string) | null;
}

/** What the body says of its scorecard, each remark with what was decided and why. */
export const Remarks = (props: RemarksProps) => {
  const { lang, card, today } = props;
  const { reply, replyUntil } = card;
  return (
    <Section title={lang.t('accountability.scorecards.remarks')} id="remarks">
      {reply === null ? (
        <p>
          {lang.t(
            today > replyUntil ? 'accountability.scorecards.no_reply' : 'accountability.scorecards.reply_awaited',
            { date: lang.date(replyUntil) },
          )}
        </p>
      ) : (
        <p class="quiet">
          {lang.t(
            reply.on > replyUntil ? 'accountability.scorecards.replied_late' : 'accountability.scorecards.replied_on',
            { date: lang.date(reply.on) },
          )}{' '}
          {wayWords(lang, reply)}
        </p>
      )}
      {reply && card.remarks.length === 0 ? <p>{lang.t('accountability.scorecards.no_remarks')}</p> : null}
      {card.remarks.map((remark) => (
        <OneRemark key={remark.id} {...props} remark={remark} />
      ))}
    </Section>
  );
};

/** A remark in the body's own words. */
export const RemarkSaid = ({
  lang,
  body,
  remark,
  withheld,
}: Pick<RemarksProps, 'lang' | 'body' | 'withheld'> & { readonly remark: Remark }) => {
  const gone = withheld.of(WITHHELD_REMARK, remark.id);
  return (
    <Statement
      voice="other"
      who={body}
      when={remark.row ? rowWords(lang, remark.row) : lang.t('accountability.scorecards.of_all')}
    >
      {gone ? <WithheldNote lang={lang} of={gone} /> : <Said lang={lang} texts={remark.words} />}
    </Statement>
  );
};

const OneRemark = (props: RemarksProps & { readonly remark: Remark }) => {
  const { lang, remark, deciding, takeDown, withheld } = props;
  const { decision } = remark;
  return (
    <div class="stack" id={`remark-${remark.position}`}>
      <RemarkSaid {...props} />
      {decision ? (
        <div>
          <p>
            <strong>{lang.t(`accountability.scorecards.decided.${decision.taken ? 'yes' : 'no'}`)}</strong>
            {decision.counted === null ? null : (
              <> {lang.t('accountability.scorecards.decided_value', { n: decision.counted })}</>
            )}{' '}
            <span class="quiet">{lang.date(decision.on)}</span>
          </p>
          <Said lang={lang} texts={decision.reason} />
        </div>
      ) : (
        <p class="quiet">{lang.t('accountability.scorecards.undecided')}</p>
      )}
      {!decision && deciding ? (
        <p>
          <ButtonLink href={deciding(remark)}>{lang.t('accountability.scorecards.decide')}</ButtonLink>
        </p>
      ) : null}
      {takeDown && !withheld.of(WITHHELD_REMARK, remark.id) ? (
        <p class="small">
          <Link href={takeDown(WITHHELD_REMARK, remark.id)}>{lang.t('accountability.scorecards.take_down')}</Link>
        </p>
      ) : null}
    </div>
  );
};
