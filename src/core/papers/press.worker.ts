import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isLetter } from './paper.ts';
import type { Delivered, Order } from './press.ts';
import { pdfOf } from './typeset.ts';
import { documentOf } from './word.ts';

const FONTS = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'];

/** One order in, one file out, then the program ends. */
process.once('message', (order: Order) => {
  void delivered(order).then((told) => {
    process.send?.(told, () => process.disconnect());
  });
});

async function delivered({ wanted, papers, at }: Order): Promise<Delivered> {
  try {
    if (wanted === 'pdf') return { bytes: pdfOf(papers, fonts(), at) };
    const [letter] = papers;
    if (!letter || papers.length > 1 || !isLetter(letter)) return { problem: 'a document is one letter' };
    return { bytes: await documentOf(letter) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

const fonts = (): Buffer[] =>
  FONTS.map((name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}`))));
