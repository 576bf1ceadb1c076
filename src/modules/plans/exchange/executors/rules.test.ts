import { describe, expect, it } from 'vitest';
import { executorsIn, kindOf, spellings } from './rules.ts';

const HERE = ['Cabinet of Ministers', 'Ministry of Labour, Employment and Protection', 'Ministry of Education'];
const isBody = (name: string) => HERE.includes(name);
const named = (text: string, role: 'lead' | 'co' | null = null) =>
  executorsIn(text, role, isBody).map((one) => `${one.role}: ${one.name}`);

describe('executors in the words of a plan', () => {
  it('divides by semicolons and lines; the first is lead where nobody says who is', () => {
    expect(named('Implementers: Cabinet of Ministers; central and local executive bodies; ASAN')).toEqual([
      'lead: Cabinet of Ministers',
      'co: central and local executive bodies',
      'co: ASAN',
    ]);
    expect(named('– Nazirlər Kabineti\n– Bələdiyyələr.')).toEqual(['lead: Nazirlər Kabineti', 'co: Bələdiyyələr']);
  });

  it.each([
    ['Əsas icraçı: A; İştirakçılar: B; C', ['lead: A', 'co: B', 'co: C']],
    ['İcraçılar: A; B', ['lead: A', 'co: B']],
    ['Исполнители: A; B', ['lead: A', 'co: B']],
    ['Ответственный исполнитель: A\nСоисполнители: B', ['lead: A', 'co: B']],
    ['Lead: A; Participants: B', ['lead: A', 'co: B']],
    ['State Oil Fund (SOFAZ); by the 2017 amendment: Commission', ['lead: State Oil Fund (SOFAZ)', 'co: Commission']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('leaves commas inside names alone', () => {
    expect(named('Cabinet of Ministers, Ministry of Labour, Employment and Protection, Ministry of Education')).toEqual(
      ['lead: Cabinet of Ministers', 'co: Ministry of Labour, Employment and Protection', 'co: Ministry of Education'],
    );
    expect(named('Ministry of Culture, tourism and sport, State Agency')).toEqual([
      'lead: Ministry of Culture, tourism and sport',
      'co: State Agency',
    ]);
    expect(named('Ministry of Youth, Sport; Cabinet of Ministers')).toEqual([
      'lead: Ministry of Youth, Sport',
      'co: Cabinet of Ministers',
    ]);
  });

  it('names nobody twice, and takes the role of its column', () => {
    expect(named('A; a; B', 'co')).toEqual(['co: A', 'co: B']);
    expect(named('')).toEqual([]);
    expect(named('Other word: A')).toEqual(['lead: Other word: A']);
  });

  it('tells classes of bodies from bodies', () => {
    expect(
      [
        'central and local executive bodies',
        'Mərkəzi və yerli icra hakimiyyəti orqanları',
        'Bələdiyyələr',
        'Центральные и местные органы исполнительной власти',
      ].map((name) => kindOf(name)),
    ).toEqual(['class', 'class', 'class', 'class']);
    expect(['Cabinet of Ministers', 'Nümunə bələdiyyəsi', 'Dövlət Agentliyi'].map((name) => kindOf(name))).toEqual([
      'central_body',
      'municipality',
      'central_body',
    ]);
    expect(spellings('State Oil Fund (SOFAZ)')).toEqual(['State Oil Fund (SOFAZ)', 'State Oil Fund', 'SOFAZ']);
  });
});
