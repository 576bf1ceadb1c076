import { createHash } from 'node:crypto';

/** A file that may be kept: judged, cleaned, with a name fit to be shown. Nothing of it is stored yet. */
export interface Admitted {
  /** Of `bytes`, hex; also the name under which they are stored. */
  readonly sha256: string;
  /** By content; with the charset for text. */
  readonly mediaType: string;
  /** What is kept: of photos a new picture without anything hidden, of others what was sent. */
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Of pictures, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of pictures: WebP, at most 640 pixels wide or high. */
  readonly thumb?: Uint8Array;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
