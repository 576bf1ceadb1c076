import path from 'node:path';
import { trustedOf } from '#core/limits/address.ts';
import type { ProviderSettings } from '#core/oidc/provider.ts';
import { plainDate } from '#core/time/plain-date.ts';

/** What the operator may set; everything has a default that works on a laptop without network. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** Origin by which people reach us, without a trailing slash. */
  readonly publicUrl: string;
  /** The operator named the public address: forms are taken from there only. */
  readonly fixedOrigin: boolean;
  /** Cookies may be Secure: the public address is https. */
  readonly secure: boolean;
  readonly smtpUrl: string | null;
  /** An OpenID provider by which people may come in, too; null: none. */
  readonly provider: ProviderSettings | null;
  /** Addresses and networks of proxies that say in X-Forwarded-For for whom they ask; empty: nobody is believed. */
  readonly trustedProxies?: readonly string[];
  /** Public key for which backups are encrypted (age1…); null or left out: none was named. */
  readonly backupRecipient?: string | null;
  /** Start of a running clock, for tests and demonstration only. */
  readonly startClockAt: Date | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and judges the environment. Every wrong variable is named at once, in English, because the operator
 * reads it in a shell before any language is chosen.
 */
export function readConfig(env: Environment, cwd: string): { config: Config } | { wrong: readonly string[] } {
  const wrong: string[] = [];
  const port = portOf(env.PORT, wrong);
  const host = env.HOST?.trim() || '127.0.0.1';
  if (/\s|\//.test(host))
    wrong.push(`HOST is "${env.HOST}": expected a host name or an address such as 127.0.0.1 or 0.0.0.0.`);
  const databaseUrl = urlOf('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:'], wrong);
  const smtpUrl = urlOf('SMTP_URL', env.SMTP_URL, ['smtp:', 'smtps:'], wrong);
  const publicUrl = publicUrlOf(env.ORTAQ_PUBLIC_URL, port, wrong);
  const trustedProxies = proxiesOf(env.ORTAQ_TRUSTED_PROXIES, wrong);
  const provider = providerOf(env, wrong);
  const startClockAt = momentOf(env.ORTAQ_NOW, wrong);
  if (wrong.length > 0) return { wrong };
  return {
    config: {
      port,
      host,
      folder: path.resolve(cwd, env.ORTAQ_DATA?.trim() || 'data'),
      databaseUrl,
      publicUrl,
      fixedOrigin: Boolean(env.ORTAQ_PUBLIC_URL?.trim()),
      secure: publicUrl.startsWith('https:'),
      smtpUrl,
      provider,
      trustedProxies,
      backupRecipient: env.ORTAQ_BACKUP_RECIPIENT?.trim() || null,
      startClockAt,
    },
  };
}

/** All of its settings or none. The secret is never repeated. */
function providerOf(env: Environment, wrong: string[]): ProviderSettings | null {
  const issuer = env.ORTAQ_OIDC_ISSUER?.trim() ?? '';
  const [clientId, clientSecret] = [env.ORTAQ_OIDC_CLIENT_ID?.trim() ?? '', env.ORTAQ_OIDC_CLIENT_SECRET?.trim() ?? ''];
  const name = env.ORTAQ_OIDC_NAME?.trim() ?? '';
  if (`${issuer}${clientId}${clientSecret}${name}` === '') return null;
  const url = parse(issuer);
  const near = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!(url && (url.protocol === 'https:' || near) && !url.username && !url.password))
    wrong.push('ORTAQ_OIDC_ISSUER is not the https address of a provider, such as https://id.example.org.');
  const needed = { ORTAQ_OIDC_CLIENT_ID: clientId, ORTAQ_OIDC_CLIENT_SECRET: clientSecret, ORTAQ_OIDC_NAME: name };
  for (const [variable, value] of Object.entries(needed))
    if (value === '') wrong.push(`${variable} is missing: a provider needs all four ORTAQ_OIDC settings.`);
  if (name.length > 60) wrong.push('ORTAQ_OIDC_NAME is longer than 60 characters: people read it on a button.');
  return { issuer, clientId, clientSecret, name };
}

function portOf(text: string | undefined, wrong: string[]): number {
  if (text === undefined || text.trim() === '') return 3000;
  const port = Number(text);
  if (/^\s*\d{1,5}\s*$/.test(text) && port <= 65_535) return port;
  wrong.push(`PORT is "${text}": expected a whole number from 0 to 65535.`);
  return 3000;
}

function urlOf(name: string, text: string | undefined, schemes: readonly string[], wrong: string[]): string | null {
  if (text === undefined || text.trim() === '') return null;
  const url = parse(text);
  if (url && schemes.includes(url.protocol)) return text.trim();
  // The value may hold a password: it is not repeated.
  wrong.push(`${name} is not an address that begins with ${schemes.map((s) => `${s}//`).join(' or ')}.`);
  return null;
}

function publicUrlOf(text: string | undefined, port: number, wrong: string[]): string {
  if (text === undefined || text.trim() === '') return `http://localhost:${port}`;
  const url = parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  // A name and a password in it would stand in the log of the shell.
  const found = url?.username || url?.password ? '(with a name or a password)' : `"${text}"`;
  wrong.push(`ORTAQ_PUBLIC_URL is ${found}: expected only a scheme and a host, such as https://forum.example.org.`);
  return `http://localhost:${port}`;
}

function proxiesOf(text: string | undefined, wrong: string[]): readonly string[] {
  const networks = (text ?? '').split(/[\s,]+/).filter(Boolean);
  if (trustedOf(networks)) return networks;
  wrong.push(
    `ORTAQ_TRUSTED_PROXIES is "${text}": expected addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8.`,
  );
  return [];
}

function momentOf(text: string | undefined, wrong: string[]): Date | null {
  if (text === undefined || text.trim() === '') return null;
  const said = text.trim();
  const at = new Date(said);
  // 30 February would become 2 March without a word.
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(said) && !Number.isNaN(at.getTime()) && plainDate(said.slice(0, 10))) return at;
  wrong.push(`ORTAQ_NOW is "${text}": expected a moment such as 2026-11-23T09:00:00Z.`);
  return null;
}

function parse(text: string): URL | null {
  try {
    return new URL(text.trim());
  } catch {
    return null;
  }
}
