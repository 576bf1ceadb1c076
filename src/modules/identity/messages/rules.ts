/** What a telephone shows whole, and a messenger passes on unbroken. */
export const MESSAGE_MAX = 600;

/** The first message that is short enough; the last one when none is. */
export const firstFitting = (messages: readonly string[]): string =>
  messages.find((text) => [...text].length < MESSAGE_MAX) ?? messages.at(-1) ?? '';
