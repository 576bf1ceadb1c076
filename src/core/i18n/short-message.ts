/** What fits into one message of a phone, with room to spare. */
const MESSAGE_MOST = 600;

/** The text, or its beginning with "…" where it is longer than `most` characters. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** A message for a phone: under 600 characters, the link last, so that every program makes it one to press. */
export const shortMessage = (sentence: string, link: string): string =>
  `${cut(sentence, MESSAGE_MOST - link.length - 2)}\n${link}`;
