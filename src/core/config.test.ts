import { describe, expect, test } from 'vitest';
import { type Config, type Environment, readConfig } from './config.ts';

const CWD = '/srv/ortaq';
const config = (env: Environment): Config => {
  const read = readConfig(env, CWD);
  if ('wrong' in read) throw new Error(read.wrong.join('\n'));
  return read.config;
};
const wrong = (env: Environment): readonly string[] => {
  const read = readConfig(env, CWD);
  return 'wrong' in read ? read.wrong : [];
};

describe('without a word from the operator', () => {
  test('everything works on a laptop', () => {
    expect(config({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      folder: '/srv/ortaq/data',
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
      fixedOrigin: false,
      secure: false,
      smtpUrl: null,
      backupRecipient: null,
      provider: null,
      trustedProxies: [],
      startClockAt: null,
    });
  });

  test('an empty variable is none', () => {
    const empty = {
      PORT: '',
      HOST: ' ',
      ORTAQ_DATA: '',
      DATABASE_URL: ' ',
      ORTAQ_PUBLIC_URL: '',
      SMTP_URL: '',
      ORTAQ_TRUSTED_PROXIES: ' ',
      ORTAQ_NOW: '',
    };
    expect(config(empty)).toEqual(config({}));
  });
});

describe('the operator may say', () => {
  test('where to listen and where data lie', () => {
    expect(config({ PORT: ' 8080 ', HOST: '0.0.0.0', ORTAQ_DATA: '../elsewhere' })).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      folder: '/srv/elsewhere',
      publicUrl: 'http://localhost:8080',
    });
    expect(config({ HOST: '::1', ORTAQ_DATA: '/var/lib/ortaq' })).toMatchObject({
      host: '::1',
      folder: '/var/lib/ortaq',
    });
    expect(config({ PORT: '0' }).port).toBe(0);
  });

  test('which proxies say for whom they ask', () => {
    const said = config({ ORTAQ_TRUSTED_PROXIES: ' 127.0.0.1, 10.0.0.0/8 fd00::/8' });
    expect(said.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    for (const bad of ['proxy.local', '10.0.0.0/99', '*', '127.0.0.1; drop'])
      expect(wrong({ ORTAQ_TRUSTED_PROXIES: bad })[0]).toMatch(/^ORTAQ_TRUSTED_PROXIES is ".*": expected addresses/);
  });

  test('by which address people come: then forms are taken from there only', () => {
    expect(config({ ORTAQ_PUBLIC_URL: 'https://Forum.Example.org/' })).toMatchObject({
      publicUrl: 'https://forum.example.org',
      fixedOrigin: true,
      secure: true,
    });
    expect(config({ ORTAQ_PUBLIC_URL: 'http://10.0.0.5:3000' })).toMatchObject({
      publicUrl: 'http://10.0.0.5:3000',
      fixedOrigin: true,
      secure: false,
    });
    expect(config({ ORTAQ_PUBLIC_URL: 'https://forum.example.org:443' }).publicUrl).toBe('https://forum.example.org');
  });

  test('databases and mail servers', () => {
    const env = { DATABASE_URL: 'postgresql://u:p@db/ortaq', SMTP_URL: 'smtps://u:p@mail' };
    expect(config(env)).toMatchObject({ databaseUrl: env.DATABASE_URL, smtpUrl: env.SMTP_URL });
    expect(config({ DATABASE_URL: 'postgres:///ortaq?host=/run/postgresql' }).databaseUrl).toContain('/run/postgresql');
  });

  test('when the clock of a test begins', () => {
    expect(config({ ORTAQ_NOW: '2026-11-23T09:00:00+04:00' }).startClockAt?.toISOString()).toBe(
      '2026-11-23T05:00:00.000Z',
    );
    expect(config({ ORTAQ_NOW: '2026-11-23' }).startClockAt?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
  });
});

describe('what is wrong', () => {
  test.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['PORT', 'Infinity'],
    ['HOST', 'a b'],
    ['HOST', 'http://localhost'],
    ['ORTAQ_PUBLIC_URL', 'forum.example.org'],
    ['ORTAQ_PUBLIC_URL', 'ftp://forum.example.org'],
    ['ORTAQ_PUBLIC_URL', 'https://forum.example.org/ortaq'],
    ['ORTAQ_PUBLIC_URL', 'https://forum.example.org/?a=1'],
    ['ORTAQ_PUBLIC_URL', 'https://forum.example.org/#a'],
    ['ORTAQ_PUBLIC_URL', 'javascript:alert(1)'],
    ['ORTAQ_NOW', 'tomorrow'],
    ['ORTAQ_NOW', '23.11.2026'],
    ['ORTAQ_NOW', '2026-02-30'],
    ['ORTAQ_NOW', '2026-11-23T25:00:00Z'],
    ['ORTAQ_NOW', '2026'],
    ['DATABASE_URL', 'mysql://db/ortaq'],
    ['DATABASE_URL', '/var/lib/postgresql'],
    ['SMTP_URL', 'http://mail'],
    ['SMTP_URL', 'mail.example.org'],
  ])('%s=%s is told with what was expected', (name, value) => {
    const [sentence, ...more] = wrong({ [name]: value });
    expect(more).toEqual([]);
    expect(sentence).toMatch(new RegExp(`^${name} is .*(expected|begins with)`));
  });

  test('is told all at once', () => {
    const all = { PORT: 'x', HOST: 'a b', DATABASE_URL: 'x', SMTP_URL: 'x', ORTAQ_PUBLIC_URL: 'x', ORTAQ_NOW: 'x' };
    const told = wrong(all);
    expect(told).toHaveLength(6);
    for (const name of Object.keys(all)) expect(told.some((sentence) => sentence.startsWith(`${name} `))).toBe(true);
  });

  test('never repeats a password', () => {
    const told = wrong({
      DATABASE_URL: 'mysql://ortaq:hunter2@db/ortaq',
      SMTP_URL: 'http://ortaq:hunter2@mail',
      ORTAQ_PUBLIC_URL: 'https://ortaq:hunter2@forum.example.org',
    });
    expect(told).toHaveLength(3);
    expect(told.join()).not.toContain('hunter2');
    const alone = wrong({ ORTAQ_PUBLIC_URL: 'https://:hunter2@forum.example.org' });
    expect(alone).toHaveLength(1);
    expect(alone.join()).not.toContain('hunter2');
  });
});

describe('a provider of accounts', () => {
  const all = {
    ORTAQ_OIDC_ISSUER: 'https://id.example.org',
    ORTAQ_OIDC_CLIENT_ID: 'ortaq',
    ORTAQ_OIDC_CLIENT_SECRET: 's3cret',
    ORTAQ_OIDC_NAME: 'Regional account',
  };
  const wrongs = (env: Environment) => {
    const read = readConfig(env, '/srv');
    return 'wrong' in read ? read.wrong : [];
  };

  test('has all its settings or none', () => {
    expect(wrongs(all)).toEqual([]);
    expect(wrongs({ ...all, ORTAQ_OIDC_ISSUER: 'http://localhost:4000' })).toEqual([]);
    expect(wrongs({ ORTAQ_OIDC_NAME: 'x' })).toHaveLength(3);
    const { ORTAQ_OIDC_CLIENT_SECRET: _, ...without } = all;
    expect(wrongs(without)).toEqual([expect.stringContaining('ORTAQ_OIDC_CLIENT_SECRET is missing')]);
  });

  test.each(['http://id.example.org', 'id.example.org', 'https://user:pass@id.example.org', 'ftp://id.example.org'])(
    'is not at %s',
    (issuer) => {
      const found = wrongs({ ...all, ORTAQ_OIDC_ISSUER: issuer, PORT: 'x' });
      expect(found).toHaveLength(2);
      expect(found.join()).not.toContain('s3cret');
    },
  );
});
