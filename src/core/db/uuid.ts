import { randomBytes } from 'node:crypto';

/**
 * A UUIDv7 (RFC 9562, 5.7): ids are made by the application, and grow with time so that indexes stay dense.
 * The moment comes in as a value, like every other time.
 */
export function uuidv7(now: Date): string {
  const bytes = randomBytes(16);
  const ms = now.getTime();
  bytes.writeUIntBE(ms, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
