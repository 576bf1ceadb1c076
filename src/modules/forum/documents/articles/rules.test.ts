import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PREAMBLE } from '../schema.ts';
import { type Found, readArticles, writeArticles } from './rules.ts';

const numbers = (text: string) => readArticles(text).articles.map((one) => one.number);

describe('articles in a text', () => {
  it('are known by "Maddə 1", "Статья 1", "Article 1", however they are written', () => {
    const az = readArticles(
      'Anlaşma Memorandumu\n\nMADDƏ 1. Məqsəd\nPlatforma yaradılır.\n1.1. Birinci.\nMaddə 2.\nMətn',
    );
    expect(az.articles).toEqual([
      { number: PREAMBLE, heading: '', words: 'Anlaşma Memorandumu' },
      { number: '1', heading: 'Məqsəd', words: 'Platforma yaradılır.' },
      { number: '1.1', heading: '', words: 'Birinci.' },
      { number: '2', heading: '', words: 'Mətn' },
    ]);
    expect(az.remarks).toEqual([]);
    expect(numbers('Статья 1 — Цель\n1.1) Слова\nСТАТЬЯ 2: Состав')).toEqual(['1', '1.1', '2']);
    expect(numbers('Article 1. Aim\nArticle 2 Members\n2.1 Four seats\n2.1.1. One each')).toEqual([
      ...['1', '2', '2.1', '2.1.1'],
    ]);
  });

  it('are plain numbers only where no line says "Article", and only in order', () => {
    const plain = readArticles('1. Purpose\nThe forum is a place.\n3. of this list is text\n2. Members\n2.1. Seats');
    expect(plain.articles.map((one) => [one.number, one.heading])).toEqual([
      ['1', 'Purpose'],
      ['2', 'Members'],
      ['2.1', ''],
    ]);
    expect(plain.articles[0]!.words).toBe('The forum is a place.\n3. of this list is text');
    expect(numbers('Maddə 1. Ad\n1. birinci bənd\n2. ikinci bənd')).toEqual(['1']);
  });

  it('are no dates, amounts or percentages', () => {
    expect(numbers('Maddə 1. Tarix\n19.05.2017-ci il\n1.5% artım\n2.5')).toEqual(['1']);
  });

  it('keep long first sentences as text, and chapters with the heading that follows', () => {
    const long = readArticles('Article 1. The forum decides by a majority of its members.\nArticle 2. Members');
    expect(long.articles[0]).toEqual({
      ...{ number: '1', heading: '', words: 'The forum decides by a majority of its members.' },
    });
    const chapter = readArticles('Article 1. A\nChapter II\nArticle 2. Members\nGlavny text');
    expect(chapter.articles[1]).toEqual({ number: '2', heading: 'Chapter II / Members', words: 'Glavny text' });
    expect(readArticles('Article 1. A\nChapter II\nwords').articles[0]!.words).toBe('Chapter II\nwords');
  });

  it('that come twice, jump or stand under another are remarked', () => {
    expect(readArticles('Maddə 1. A\nMaddə 3. B\n4.1. C\nMaddə 3. D').remarks).toEqual([
      { kind: 'jump', number: '3', after: '1' },
      { kind: 'stray', number: '4.1', after: '3' },
      { kind: 'twice', number: '3', after: '3' },
    ]);
  });

  it('lose no word of whatever text', () => {
    const line = fc.constantFrom(
      'Maddə 1. Ad',
      'Maddə 2',
      '1.1. söz',
      '2. söz',
      'Fəsil 1',
      'söz',
      '',
      '3',
      '19.05.2017',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const said = readArticles(lines.join('\n')).articles.map((one) => `${one.heading} ${one.words}`);
        const count = (text: string, word: string) => text.split(word).length - 1;
        for (const word of ['söz', 'Ad', 'Fəsil', '19.05.2017'])
          expect(count(said.join(' '), word)).toBe(count(lines.join(' '), word));
      }),
    );
  });

  it('written out and read again are the same, in every language', () => {
    const words = fc.array(fc.constantFrom('söz', 'слово', 'word', 'iki söz.'), { minLength: 1, maxLength: 3 });
    const top = fc.record({ heading: fc.constantFrom('', 'Ad', 'Состав'), words: words.map((all) => all.join('\n')) });
    const language = fc.constantFrom('az', 'en', 'ru');
    fc.assert(
      fc.property(fc.array(fc.tuple(top, fc.nat(3)), { minLength: 1, maxLength: 4 }), language, (tops, code) => {
        const articles = tops.flatMap(([one, points], i): Found[] => [
          { number: String(i + 1), ...one },
          ...Array.from({ length: points }, (_, n) => ({ number: `${i + 1}.${n + 1}`, heading: '', words: 'bir söz' })),
        ]);
        expect(readArticles(writeArticles(articles, code))).toEqual({ articles, remarks: [] });
      }),
    );
  });
});
