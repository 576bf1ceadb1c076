/** The number of entries in an address ("301"); null when it is none. */
export function sizeOf(text: string | undefined): number | null {
  const size = Number(text);
  return /^[1-9]\d{0,14}$/.test(text ?? '') && Number.isSafeInteger(size) ? size : null;
}
