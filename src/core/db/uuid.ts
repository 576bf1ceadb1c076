import { randomBytes } from 'node:crypto';

/** The millisecond of the last id, and the counter within it. */
let lastMs = -1;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562, 5.7): ids are made by the application, and grow with time so that indexes stay dense.
 * The moment comes in as a value, like every other time. Ids of one process and one millisecond grow too (6.2,
 * method 1: a counter of 32 bits that begins anywhere in its lower half), so that what was made in one go sorts as made.
 */
export function uuidv7(now: Date): string {
  const bytes = randomBytes(16);
  const ms = now.getTime();
  counter = ms === lastMs ? counter + 1 : bytes.readUInt32BE(0) >>> 1;
  lastMs = ms;
  bytes.writeUIntBE(ms, 0, 6);
  bytes[6] = 0x70 | (counter >>> 28);
  bytes[7] = (counter >>> 20) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 14) & 0x3f);
  bytes[9] = (counter >>> 6) & 0xff;
  bytes[10] = ((counter & 0x3f) << 2) | (bytes[10]! & 0x03);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
