/** One input of the right shape for each command of this room, by its name. Permission is asked before the file is looked up. */
export const exchangeInputs: Readonly<Record<string, unknown>> = {
  'plans.judge_import': {
    fileName: 'plan.csv',
    sha256: '0',
    tables: [
      {
        ...{ kind: 'sheet', sheet: 'plan.csv', number: 1, warnings: [] },
        rows: [
          { line: 1, cells: ['S/s', 'Tədbir'] },
          { line: 2, cells: ['1.1', 'Ödəniş terminalları quraşdırmaq'] },
        ],
      },
    ],
    choice: { target: 'new', words: 'az', title: 'Yerli Fəaliyyət Planı', kind: null, slug: null, unknown: 'refuse' },
  },
  'plans.write_import': {
    ...{ import: '01900000-0000-7000-8000-0000000000ff', onlyGood: false, unknown: null, seen: null },
  },
};
