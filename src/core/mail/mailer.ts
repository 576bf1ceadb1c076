import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { judgeLetter, type Letter } from './letter.ts';

/** Where a letter went: its Message-ID, and the file when no mail server is configured. */
export interface Posted {
  readonly id: string;
  readonly file: string | null;
}

/**
 * Sends one letter a call, so that a queue can try each again by itself. `bad_input`: never try again (wrong address,
 * refused for good); `not_available`: try later.
 */
export interface Mailer {
  send(letter: Letter, now: Date): Promise<Result<Posted>>;
}

export interface MailerSettings {
  /** smtp:// or smtps://, with user and password where the server wants them; null: letters are put into the folder. */
  readonly smtpUrl: string | null;
  /** `<ORTAQ_DATA>/mail` */
  readonly folder: string;
  /** "Sabirabad platforması <no-reply@example.az>" */
  readonly from: { readonly name: string; readonly address: string };
  /** Told what the mail server said, for the operator's log; people get a plain sentence. */
  readonly onTrouble?: (error: unknown) => void;
}

export function mailer(settings: MailerSettings): Mailer {
  const { smtpUrl } = settings;
  const post = smtpUrl === null ? intoFolder(settings.folder) : byServer(smtpUrl, settings.onTrouble ?? (() => {}));
  return {
    async send(letter, now) {
      const judged = judgeLetter(letter);
      return judged.ok ? post(mailOf(settings, judged.value, now), letter, now) : judged;
    },
  };
}

type Post = (mail: SendMailOptions, letter: Letter, now: Date) => Promise<Result<Posted>>;

function mailOf({ from }: MailerSettings, letter: Letter, now: Date): SendMailOptions {
  const domain = from.address.split('@')[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    ...(letter.replyTo === undefined ? {} : { replyTo: { name: '', address: letter.replyTo } }),
    headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
    date: now,
    messageId: `<${randomBytes(16).toString('hex')}@${domain}>`,
    // Nothing in a letter may be fetched from our disk or from elsewhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Loaded with the first letter: it holds 20 MB. */
const nodemailer = async () => (await import('nodemailer')).default;

/** Made when first asked for, then kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Without a mail server every letter is a file that opens in any mail program. */
function intoFolder(folder: string): Post {
  const writer = once(async () =>
    (await nodemailer()).createTransport({ streamTransport: true, buffer: true, newline: 'windows' }),
  );
  return async (mail, letter, now) => {
    const { message: content, messageId } = await (await writer()).sendMail(mail);
    const stamp = now.toISOString().replace(/[:.]/g, '-');
    const receiver = letter.to.replace(/[^A-Za-z0-9@._-]/g, '_').slice(0, 60);
    const file = path.join(folder, `${stamp}-${receiver}-${randomBytes(3).toString('hex')}.eml`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, content as Buffer, { mode: 0o600, flag: 'wx' });
    await rename(`${file}.new`, file);
    return { ok: true, value: { id: messageId, file } };
  };
}

/** A mail server that does not answer is waited for half a minute, not for ever. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

function byServer(url: string, onTrouble: (error: unknown) => void): Post {
  const server = once(async () => (await nodemailer()).createTransport({ ...PATIENCE, url }));
  return async (mail, letter) => {
    try {
      const { messageId } = await (await server()).sendMail(mail);
      return { ok: true, value: { id: messageId, file: null } };
    } catch (error) {
      onTrouble(error);
      return refusalOf(error, letter);
    }
  };
}

/** 5xx to our RCPT means: this address, never. Everything else may be better tomorrow. */
function refusalOf(error: unknown, letter: Letter): Result<never> {
  const { responseCode, command } = error as { readonly responseCode?: number; readonly command?: string };
  const forGood = responseCode !== undefined && responseCode >= 550 && command === 'RCPT TO';
  return forGood
    ? refuse('bad_input', message('core.mail.refused', { address: letter.to }))
    : refuse('not_available', message('core.mail.not_sent'));
}
