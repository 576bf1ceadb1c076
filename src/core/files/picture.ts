import type { Metadata, default as Sharp } from 'sharp';
import { type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { type Admitted, sha256 } from './admitted.ts';
import { withEnding } from './name.ts';

let library: Promise<typeof Sharp> | null = null;

/**
 * Loaded with the first picture: it holds 20 MB. Decoded pictures are large: one core, no cache, so that three photos
 * at once do not fill a small machine.
 */
function pictures(): Promise<typeof Sharp> {
  library ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return library;
}

/** A phone's largest photo has 64 million pixels; a "pixel bomb" has thousands of millions in a few bytes. */
const MILLION_PIXELS = 64;
const LARGEST_SIDE = 2000;
const THUMB_SIDE = 640;

/**
 * A new picture of what was sent: turned upright, at most 2000 pixels, encoded again, so that neither place, time,
 * camera nor owner (EXIF, XMP, IPTC) nor anything appended to it is kept.
 */
export async function admitPicture(bytes: Uint8Array, name: string, kind: string): Promise<Result<Admitted>> {
  const seen = await metadataOf(bytes);
  if (!seen) return refuse('bad_input', message('core.files.broken', { name, kind }));
  const { width, height } = seen;
  if (width * height > MILLION_PIXELS * 1_000_000)
    return refuse('too_large', message('core.files.too_many_pixels', { name, width, height, max: MILLION_PIXELS }));
  try {
    return { ok: true, value: await redrawn(bytes, name, seen.hasAlpha) };
  } catch {
    return refuse('bad_input', message('core.files.broken', { name, kind }));
  }
}

async function metadataOf(bytes: Uint8Array): Promise<Metadata | null> {
  const sharp = await pictures();
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

async function redrawn(bytes: Uint8Array, name: string, seeThrough: boolean): Promise<Admitted> {
  const sharp = await pictures();
  const open = () => sharp(bytes, { limitInputPixels: MILLION_PIXELS * 1_000_000, failOn: 'error' }).autoOrient();
  const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
  const large = open().resize(within(LARGEST_SIDE));
  const encoded = seeThrough ? large.webp({ quality: 82 }) : large.jpeg({ quality: 82, mozjpeg: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  const thumb = await sharp(data).resize(within(THUMB_SIDE)).webp({ quality: 75 }).toBuffer();
  return {
    sha256: sha256(data),
    mediaType: seeThrough ? 'image/webp' : 'image/jpeg',
    bytes: data,
    name: withEnding(name, seeThrough ? 'webp' : 'jpg'),
    width: info.width,
    height: info.height,
    thumb,
  };
}
