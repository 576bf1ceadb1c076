import { describe, expect, it } from 'vitest';
import { group, question, questionnaire } from '../../keeping/samples.ts';
import { faultsOf } from './rules.ts';

describe('faults that only the whole questionnaire shows', () => {
  it('names the items that wait for each other, with the way back to the first', () => {
    const ring = questionnaire([
      group('house', [question('a', 'calculate', { calculation: '${b} + 1' })]),
      question('b', 'calculate', { calculation: '${a} + 1' }),
      question('c', 'text'),
    ]);
    const [fault, ...others] = faultsOf(ring);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ message: { key: 'surveys.questionnaires.faults.cycle' } });
    expect(['house~a', 'b']).toContain(fault!.path);
    expect(['a → b → a', 'b → a → b']).toContain(fault!.message.params!.names);
  });

  it('names a condition that two questions of the same name could answer', () => {
    const of = questionnaire([
      group('north', [question('age', 'integer')]),
      group('south', [question('age', 'integer')]),
      question('why', 'text', { relevant: '${age} > 17' }),
    ]);
    expect(faultsOf(of)).toEqual([
      {
        ...{ path: 'why', field: 'relevant' },
        message: expect.objectContaining({ key: 'surveys.questionnaires.faults.ambiguous', params: { name: 'age' } }),
      },
    ]);
  });

  it('has nothing to say of a questionnaire that can be asked', () => {
    expect(faultsOf(questionnaire([question('a', 'text'), question('b', 'text', { relevant: "${a} != ''" })]))).toEqual(
      [],
    );
  });
});
