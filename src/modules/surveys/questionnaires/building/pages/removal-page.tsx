import { Confirm } from '#ui/confirm.tsx';
import type { Filled } from '#ui/filled.ts';
import { PageTitle } from '#ui/title.tsx';
import { type Placed, placedItems, wordsIn } from '../../rules.ts';
import type { Item, Questionnaire } from '../../schema.ts';

interface RemovalProps {
  readonly of: Filled;
  readonly placed: Placed;
  readonly content: Questionnaire;
  /** Whose rules or words speak of it. */
  readonly speaking: readonly Item[];
  readonly action: string;
  readonly back: string;
}

/** Before a question or section is taken away: what goes along, and who still speaks of it. */
export const RemovalPage = ({ of, placed, content, speaking, action, back }: RemovalProps) => {
  const { lang } = of;
  const { item } = placed;
  const language = content.languages[0]?.key ?? '';
  const words = (one: Item) => wordsIn(one.label, language, content.languages).text || one.name;
  const inside = item.is === 'question' ? 0 : placedItems(item.items).length;
  return (
    <>
      <PageTitle title={lang.t('surveys.questionnaires.building.remove')} lede={words(item)} />
      <Confirm of={of} action={action} deed={lang.t('surveys.questionnaires.building.remove_deed')} cancelHref={back}>
        {inside > 0 ? <p>{lang.t('surveys.questionnaires.building.remove_inside', { n: inside })}</p> : null}
        {speaking.length === 0 ? null : (
          <>
            <p>{lang.t('surveys.questionnaires.building.remove_speaking', { n: speaking.length })}</p>
            <ul>
              {speaking.map((one) => (
                <li key={one.name}>{words(one)}</li>
              ))}
            </ul>
          </>
        )}
        <p>{lang.t('surveys.questionnaires.building.remove_editions')}</p>
      </Confirm>
    </>
  );
};
