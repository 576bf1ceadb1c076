import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { texts } from './texts.ts';

type Words = Record<string, string>;
const PLURAL = { az: '{n, plural, one {# gün} other {# gün}}', en: '{n, plural, one {# day} other {# days}}' };
const RU = '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}';

function house(change: { az?: Words; en?: Words; ru?: Words; source?: string } = {}): Record<string, string> {
  const text = (words: Words) => JSON.stringify(words);
  const at = 'src/modules/plans/text';
  return {
    [`${at}/az.json`]: text({ 'plans.late': PLURAL.az, 'plans.state.done': 'Bitib', ...change.az }),
    [`${at}/en.json`]: text({ 'plans.late': PLURAL.en, 'plans.state.done': 'Done', ...change.en }),
    [`${at}/ru.json`]: text({ 'plans.late': RU, 'plans.state.done': 'Готово', ...change.ru }),
    'src/modules/plans/pages/plan.tsx': `lang.t('plans.late', { n }); lang.t(\`plans.state.\${state}\`); ${change.source ?? ''}`,
  };
}
const sinsOf = async (files: Record<string, string>) => (await texts.run(plant(files))).sins;
const all = (key: string, text: string) => ({
  az: { [key]: text },
  en: { [key]: text },
  ru: { [key]: text },
  source: `'${key}'`,
});

test('the same sentences in three languages are green', async () => {
  expect(await sinsOf(house())).toEqual([]);
  expect(await sinsOf(house(all('plans.evaluations.by', "{who}'s word, {how, select, full {x} other {y}}")))).toEqual(
    [],
  );
});

test.each([
  ['a sentence missing in one language', house({ ...all('plans.x', 'x'), ru: {} }), 'ru.json: "plans.x" is missing'],
  ['an empty sentence', house({ ...all('plans.x', 'x'), az: { 'plans.x': ' ' } }), 'az.json: "plans.x" is empty'],
  [
    'a parameter missing in one language',
    house({ ...all('plans.x', '{who}'), az: { 'plans.x': 'kim' } }),
    'does not use {who}',
  ],
  ['broken ICU', house(all('plans.x', '{who')), 'not ICU MessageFormat'],
  ['Russian with English plurals', house({ ru: { 'plans.late': PLURAL.en } }), 'no form few, many'],
  ['Azerbaijani with Russian plurals', house({ az: { 'plans.late': RU } }), 'never uses: few, many'],
  ['a date formatted by the sentence', house(all('plans.x', '{d, date}')), 'formats {d} itself'],
  ['a key of another room', house(all('places.x', 'x')), 'must begin with "plans."'],
  ['a word of machines', house(all('plans.x', 'Invalid date')), 'a word we do not say (Invalid)'],
  [
    'a sentence that nobody says',
    house({ ...all('plans.x', 'x'), source: '' }),
    '"plans.x" is named by no source file',
  ],
  ['a key in capitals', house(all('plans.Late', 'x')), 'small letters'],
])('%s is red', async (_, files, sin) => {
  expect((await sinsOf(files)).join('\n')).toContain(sin);
});

test.each([
  ['a key that stands twice', '{"plans.late": "x", "plans.late": "y"}', 'stands twice'],
  ['nested keys', '{"plans": {"late": "x"}}', 'one flat object'],
  ['no JSON', '{', 'not JSON'],
])('a file with %s is red', async (_, json, sin) => {
  expect((await sinsOf({ ...house(), 'src/modules/plans/text/en.json': json })).join('\n')).toContain(sin);
});

test('a missing language is red', async () => {
  const { 'src/modules/plans/text/ru.json': _, ...rest } = house();
  expect((await sinsOf(rest)).join('\n')).toContain('ru.json: the file is missing');
});
