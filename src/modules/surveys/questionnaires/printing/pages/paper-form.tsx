import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Sheet } from '#ui/sheet.tsx';
import { ENTRIES } from '../../../paper/rules.ts';
import { skipWords } from '../../pages/parts/skip-words.tsx';
import { choicesOf, hasChoices, isMatrix, isSilent, linesOf, wordsIn } from '../../rules.ts';
import type { Item, Question, Questionnaire, Words } from '../../schema.ts';
import { jumpsAfter } from '../rules.ts';

interface PaperFormProps {
  readonly lang: Lang;
  readonly forum: Parameters<typeof Sheet>[0]['forum'];
  readonly of: Questionnaire;
  readonly title: string;
  /** Key of the language in which it is printed. */
  readonly language: string;
  /** null: a draft, which is not to be asked by. */
  readonly edition: number | null;
  readonly address: string;
}

interface Printing {
  readonly lang: Lang;
  readonly of: Questionnaire;
  readonly language: string;
  readonly numbers: ReadonlyMap<Item, number | null>;
  readonly said: (words: Words) => string;
}

/** A questionnaire on paper: boxes to tick, lines to write on, skips in words; choices numbered as they are typed in later. */
export const PaperForm = ({ lang, forum, of, title, language, edition, address }: PaperFormProps) => {
  const on: Printing = {
    ...{ lang, of, language },
    numbers: new Map(linesOf(of).map(({ item, number }) => [item, number])),
    said: (words) => wordsIn(words, language, of.languages).text,
  };
  return (
    <Sheet
      lang={lang}
      forum={forum}
      title={title}
      about={
        edition === null
          ? lang.t('surveys.questionnaires.draft_only')
          : lang.t('surveys.questionnaires.edition', { edition })
      }
      foot={address}
    >
      <div class="paperq">
        <p class="room">{lang.t('surveys.paper.number')}</p>
        <p class="room">{lang.t('surveys.paper.on')}</p>
        <p class="small">{lang.t('surveys.questionnaires.printing.how')}</p>
        {of.items.map((item) => (
          <Printed key={item.name} on={on} item={item} />
        ))}
      </div>
    </Sheet>
  );
};

const Printed = ({ on, item }: { readonly on: Printing; readonly item: Item }): ComponentChildren => {
  const { said } = on;
  if (item.is === 'question') return <Asked on={on} item={item} />;
  const head = (
    <>
      <h2>{said(item.label) || null}</h2>
      <Around on={on} item={item} />
    </>
  );
  if (isMatrix(item)) return <Matrix on={on} item={item} head={head} />;
  const inside = item.items.map((one) => <Printed key={one.name} on={on} item={one} />);
  if (item.is === 'group')
    return (
      <>
        {said(item.label) ? head : <Around on={on} item={item} />}
        {inside}
      </>
    );
  return Array.from({ length: ENTRIES }, (_, i) => (
    <div key={i} class="entry">
      {i === 0 ? head : null}
      <h3>{on.lang.t('surveys.questionnaires.printing.entry', { what: said(item.label) || item.name, n: i + 1 })}</h3>
      {inside}
    </div>
  ));
};

/** What stands around the words: the hint, the interviewer's note, when it is asked at all. */
const Around = ({ on, item }: { readonly on: Printing; readonly item: Item }) => {
  const { lang, of, language, said } = on;
  const all = [
    ...(item.relevant ? [skipWords(lang, of, item.relevant, language)] : []),
    ...[said(item.hint), said(item.guidance)].filter(Boolean),
  ];
  return all.length > 0 ? <p class="small quiet">{all.join(' · ')}</p> : null;
};

const Asked = ({ on, item }: { readonly on: Printing; readonly item: Question }) => {
  if (isSilent(item.type) || item.calculation !== null) return null;
  const number = on.numbers.get(item);
  return (
    <div class="q">
      <p>
        {number ? <strong>{number}. </strong> : null}
        {on.said(item.label)}
      </p>
      <Around on={on} item={item} />
      <Room on={on} item={item} />
    </div>
  );
};

/** Where the answer is put. */
const Room = ({ on, item }: { readonly on: Printing; readonly item: Question }) => {
  const { lang, of, said } = on;
  if (item.type === 'note') return null;
  if (item.type === 'image') return <p class="small quiet">{lang.t('surveys.questionnaires.printing.no_photo')}</p>;
  if (!hasChoices(item.type))
    return (
      <>
        <p class="room" />
        {item.type === 'text' ? <p class="room" /> : null}
      </>
    );
  const choices = choicesOf(of, item);
  const jumps =
    item.type === 'select_one'
      ? jumpsAfter(
          of,
          item,
          choices.map(({ name }) => name),
        )
      : new Map<string, number>();
  return (
    <>
      <p class="small quiet">
        {lang.t(`surveys.questionnaires.printing.${item.type as 'select_one' | 'select_multiple' | 'rank'}`)}
      </p>
      <ol>
        {choices.map(({ name, label }) => {
          const to = jumps.get(name);
          return (
            <li key={name}>
              <span class="tick" /> {said(label) || name}
              {to === undefined ? null : (
                <strong>
                  {' → '}
                  {to === 0
                    ? lang.t('surveys.questionnaires.printing.end')
                    : lang.t('surveys.questionnaires.printing.go_to', { n: to })}
                </strong>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
};

interface MatrixProps {
  readonly on: Printing;
  readonly item: Exclude<Item, Question>;
  readonly head: ComponentChildren;
}

/** Rows that share one list: a box for each choice. */
const Matrix = ({ on, item, head }: MatrixProps) => {
  const rows = item.items.filter((one): one is Question => one.is === 'question');
  const choices = rows[0] ? choicesOf(on.of, rows[0]) : [];
  return (
    <div class="q">
      {head}
      <table>
        <thead>
          <tr>
            <td />
            {choices.map(({ name, label }, i) => (
              <th key={name} scope="col">
                {i + 1}. {on.said(label) || name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {on.numbers.get(row)}. {on.said(row.label)}
              </th>
              {choices.map(({ name }) => (
                <td key={name}>
                  <span class="tick" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
