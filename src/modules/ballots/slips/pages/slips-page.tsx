import type { LanguageCode } from '#core/i18n/texts.ts';
import { Card } from '#ui/card.tsx';
import { NumberField, SelectField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { spareOf } from '../rules.ts';
import type { Motion } from '../schema.ts';

interface SlipsPageProps {
  /** How many and in which language. */
  readonly of: Filled;
  readonly motion: Motion;
  readonly votes: number;
  readonly languages: readonly LanguageCode[];
  /** Address of the ballot. */
  readonly here: string;
}

/** What of a ballot is printed: papers and counting sheets. */
export const SlipsPage = ({ of, motion, votes, languages, here }: SlipsPageProps) => {
  const { lang } = of;
  const named = languages.map((value) => ({ value, label: lang.t(`ui.press.language.${value}`) }));
  return (
    <>
      <PageTitle
        over={lang.t('ballots.slips.of_ballot', { number: motion.number })}
        title={lang.t('ballots.slips.title')}
        lede={lang.pick(motion.title)}
      />
      <Stack>
        <p>{lang.t('ballots.slips.lede')}</p>
        <Form of={of} method="get" action={`${here}/slips.pdf`} deed={lang.t('ballots.slips.print')}>
          <NumberField
            of={of}
            name="count"
            label={lang.t('ballots.slips.count')}
            hint={lang.t('ballots.slips.count_hint', { votes, spare: spareOf(votes) })}
          />
          <SelectField of={of} name="language" label={lang.t('ballots.slips.language')} options={named} width="m" />
        </Form>
        <Card title={lang.t('ballots.slips.counting')} level={2}>
          <p>{lang.t('ballots.slips.counting_hint')}</p>
          <ul>
            {named.map(({ value, label }) => (
              <li key={value}>
                <Link href={`${here}/counting.pdf?language=${value}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Card>
      </Stack>
    </>
  );
};
