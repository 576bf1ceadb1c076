import { fromBase64, toBase64 } from './bytes.ts';

/** The head of a log (C2SP tlog-checkpoint): whose, how many leaves, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Text of the note. We write no extension lines: nobody could audit them. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`;

/** null when the text is not exactly what checkpointText writes. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, count, packed, ...rest] = text.split('\n');
  const root = fromBase64(packed ?? '');
  const size = Number(count);
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(count ?? '') || !Number.isSafeInteger(size)) return null;
  return root?.length === 32 && rest.length === 1 && rest[0] === '' ? { origin, size, root } : null;
}
