import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { House } from './house.ts';

/** The text of the letter that was written last, from the folder where letters lie without a mail server. */
export function lastLetter(house: House): string {
  const folder = path.join(house.folder, 'mail');
  const file = readdirSync(folder).sort().at(-1);
  if (!file) throw new Error('no letter was written');
  const [head = '', ...rest] = readFileSync(path.join(folder, file), 'utf8').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
