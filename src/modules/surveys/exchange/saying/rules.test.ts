import { expect, test } from 'vitest';
import { readXlsForm } from '../sheets/forms.ts';
import en from '../text/en.json' with { type: 'json' };
import { sayIssue } from './rules.ts';

test('an issue is said with its place and the near spelling', () => {
  const rows = [
    { line: 1, cells: ['type', 'name', 'label'] },
    { line: 4, cells: ['integr', 'age', 'Age'] },
  ];
  const { issues } = readXlsForm([{ sheet: 'survey', rows }]);
  const said = sayIssue(issues[0]!);
  expect(said.place?.params).toEqual({ sheet: 'survey', row: '4', column: 'type' });
  expect(said.what.params?.found).toBe('integr');
  expect(said.near?.params).toEqual({ near: 'integer' });
  expect(Object.keys(en)).toContain(said.what.key);
});
