import { readFile } from 'node:fs/promises';

/** The stand-alone verifier beside the built program; null when this runs from its sources. */
export async function builtVerifier(): Promise<Uint8Array | null> {
  return readFile(new URL('./verifier.html', import.meta.url)).catch(() => null);
}
