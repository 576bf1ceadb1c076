import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from './main/testing/program.ts';

const ortaq = program();
const cli = (...words: readonly string[]) => ortaq.run('cli', { ORTAQ_DATA: ortaq.folder() }, ...words);

describe('the command line', () => {
  it('lists its commands, and each explains itself', async () => {
    const help = await cli('help');
    expect([help.code, help.err]).toEqual([0, '']);
    const names = [...help.out.matchAll(/^ {2}([a-z]+) +\S/gm)].map(([, name]) => name ?? '');
    expect(names).toEqual(expect.arrayContaining(['due', 'clock', 'link', 'demo']));
    expect((await cli()).out).toBe(help.out);
    expect((await cli('--help')).out).toBe(help.out);
    for (const name of names) {
      const { code, out, err } = await cli(name, '--help');
      expect([name, code, err]).toEqual([name, 0, '']);
      expect(out).toMatch(new RegExp(`^${name}: .+\n {2}npm run ortaq -- ${name}`));
    }
  });

  it.each([[['fly']], [['__proto__']], [['toString']], [['']], [['--json']]])(
    'ends with 2 and says what there is when asked for what there is not: %j',
    async (words) => {
      const { code, err } = await cli(...words);
      expect(code).toBe(2);
      expect(err).toContain('There is no command');
    },
  );

  it('ends with 2 when an option lacks its value', async () => {
    const { code, err } = await cli('due', '--received');
    expect([code, err]).toEqual([2, expect.stringMatching(/^--received needs a value\.\n {2}npm run ortaq -- due/)]);
    expect((await cli('due', '--received', '--json')).code).toBe(2);
    expect((await cli('due')).code).toBe(2);
  });

  it('ends with 2 when the configuration is wrong', async () => {
    const { code, err } = await ortaq.run('cli', { PORT: 'x', ORTAQ_NOW: 'y' }, 'link');
    expect([code, err.trim().split('\n').length]).toEqual([2, 2]);
  });
});

describe('verify', () => {
  it('needs neither server nor data, and ends with 1 and a sentence for what is no export', async () => {
    const file = path.join(ortaq.folder(), 'log.zip');
    writeFileSync(file, 'no archive');
    const { code, out, err } = await cli('verify', file);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^This is not an export of a public log/)]);
    expect((await cli('verify')).code).toBe(2);
    expect((await cli('verify', `${file}.not`)).code).toBe(1);
  });
});

describe('erase', () => {
  it('says what it needs, and that there is no such forum or entry', async () => {
    const given = { ORTAQ_DATA: ortaq.folder() };
    const entry = '01900000-0000-7000-8000-0000000000ff';
    const erase = (...words: readonly string[]) => ortaq.run('cli', given, 'erase', ...words);
    expect((await erase(entry)).code).toBe(2);
    expect(await erase(entry, '--forum', 'x', '--ground', 'A decision')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no platform'),
    });
    expect(await erase(entry, '--forum', 'national', '--ground', 'A decision')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no such entry'),
    });
  });
});

describe('due', () => {
  it('answers machines with one object: the day and every day before it', async () => {
    const { code, out, err } = await cli(
      'due',
      '--country',
      'AZ',
      '--received',
      '2026-03-19',
      '--working-days',
      '7',
      '--json',
    );
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ country: 'AZ', received: '2026-03-19', workingDays: 7 });
    expect(answer.due).toMatch(/^2026-0[34]-\d\d$/);
    expect(answer.days.at(-1)).toMatchObject({ date: answer.due, counted: true });
    expect(answer.days.filter((day: { counted: boolean }) => day.counted)).toHaveLength(7);
    for (const day of answer.days) expect(Object.keys(day).sort()).toEqual(['counted', 'date', 'reason', 'source']);
    // A question makes no installation.
    const folder = ortaq.folder();
    await ortaq.run('cli', { ORTAQ_DATA: folder }, 'due', '--received=2026-03-19', '--working-days=7');
    expect(existsSync(path.join(folder, 'database'))).toBe(false);
    const people = await cli('due', '--received=2026-03-19', '--working-days=7');
    expect(people.out).toContain(`Due ${answer.due}\n2026-03-20  skipped  `);
  });

  it.each([
    ['no such country', ['--country', 'XX', '--received', '2026-03-19', '--working-days', '7'], 'XX'],
    ['no such day', ['--received', '2026-02-30', '--working-days', '7'], '2026-02-30'],
    ['no number', ['--received', '2026-03-19', '--working-days', 'some'], 'some'],
    ['a negative number', ['--received', '2026-03-19', '--working-days=-1'], '-1'],
    ['past the calendar', ['--received', '2026-03-19', '--working-days', '9999'], ''],
  ])('says no in a sentence and ends with 1: %s', async (_what, words, found) => {
    const { code, out, err } = await cli('due', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(found);
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });
});

describe('the clock', () => {
  it('of a real installation is not moved', async () => {
    const { code, err } = await cli('clock', '+12d');
    expect([code, err]).toEqual([1, expect.stringContaining('The clock of a real installation is not moved.')]);
  });

  it('of a test moves forward only, also by the running server, and does not go back with a restart', async () => {
    const env = { ORTAQ_DATA: ortaq.folder(), ORTAQ_NOW: '2026-11-23T09:00:00Z' };
    const day = async (...words: readonly string[]) =>
      (await ortaq.run('cli', env, 'clock', ...words)).out.slice(0, 10);
    const running = await ortaq.start(env, '--empty');
    expect([await day(), await day('+12d'), await day('+3h')]).toEqual(['2026-11-23', '2026-12-05', '2026-12-05']);
    for (const step of ['-1d', 'tomorrow', '+0d', '12d', '+99999d', '+1d; rm']) {
      const { code, err } = await ortaq.run('cli', env, 'clock', step);
      expect([step, code, err.includes('not a step in time')]).toEqual([step, 2, true]);
    }
    expect((await running.stop()).code).toBe(0);
    expect(await day()).toBe('2026-12-05');
  });
});

describe('beside a running server', () => {
  it('is done by the server, through a socket that only its owner may use', async () => {
    const folder = ortaq.folder();
    const env = { ORTAQ_DATA: folder };
    const running = await ortaq.start(env, '--empty');
    expect(statSync(path.join(folder, 'control.sock')).mode & 0o777).toBe(0o600);
    const { code, out, err } = await ortaq.run('cli', env, 'link');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^http:\/\/localhost:\d+\/az\/sign-in\/[\w-]{43}\n$/);
    const wrong = await ortaq.run('cli', env, 'demo', 'dance');
    expect([wrong.code, wrong.err.includes('remove or load')]).toEqual([2, true]);
    await running.stop();
  });

  it('a socket left by a server that was killed keeps nobody out', async () => {
    const env = { ORTAQ_DATA: ortaq.folder() };
    const running = await ortaq.start(env, '--empty');
    await running.stop('SIGKILL');
    expect((await ortaq.run('cli', env, 'link')).code).toBe(0);
    const again = await ortaq.start(env, '--empty');
    expect((await ortaq.run('cli', env, 'link')).code).toBe(0);
    expect((await again.stop()).code).toBe(0);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const folder = path.join(ortaq.folder(), 'x'.repeat(120));
    const env = { ORTAQ_DATA: folder };
    const running = await ortaq.start(env, '--empty');
    expect((await ortaq.run('cli', env, 'link')).code).toBe(0);
    expect((await running.stop()).code).toBe(0);
  });

  it('says in a sentence that the folder may not be used', async () => {
    const folder = ortaq.folder();
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { code, err } = await ortaq.run('cli', { ORTAQ_DATA: file }, 'link');
    expect([code, err]).toEqual([1, expect.stringMatching(/^.+ is no folder.+\n$/)]);
  });
});
