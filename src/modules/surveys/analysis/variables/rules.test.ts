import { expect, it } from 'vitest';
import { group, offering, question, questionnaire } from '../../keeping/samples.ts';
import { askedIn } from './rules.ts';

it('a question hangs on all that decides whether it is asked, also through calculations and questions that no table counts', () => {
  const { asked } = askedIn(
    questionnaire([
      question('aware', 'select_one', offering('yesno')),
      question('points', 'calculate', { calculation: "if(${aware} = 'yes', 1, 0)" }),
      question('level', 'calculate', { calculation: '${points} + 1' }),
      question('source', 'select_one', { ...offering('yesno'), relevant: '${level} > 1' }),
      question('why', 'text', { relevant: "${source} = 'yes'" }),
      group('after', [question('helped', 'select_one', offering('yesno'))], { relevant: "${why} != ''" }),
      question('free', 'select_one', offering('yesno')),
    ]),
  );
  const on = (name: string) => asked.find((one) => one.name === name)!.hangsOn;
  expect(on('aware')).toEqual([]);
  expect(on('source')).toContain('aware');
  expect(on('after/helped')).toEqual(expect.arrayContaining(['source', 'aware']));
  expect(on('free')).toEqual([]);
});
