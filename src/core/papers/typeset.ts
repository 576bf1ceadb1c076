import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from './paper.ts';
import { TEMPLATE } from './template.ts';

/**
 * All papers in one PDF (tagged, so that it can be read aloud), each from a page of its own and numbered by itself.
 * `at`: Unix seconds. Only in a program that ends: the compiler keeps what it has seen.
 */
export function pdfOf(papers: readonly Paper[], fonts: Buffer[], at: number): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const made = compiler.compile({ mainFileContent: TEMPLATE, inputs: { papers: JSON.stringify(papers) } });
  const document = made.result;
  if (!document) throw new Error(JSON.stringify(made.takeError()?.shortDiagnostics ?? 'no reason given'));
  return compiler.pdf(document, { creationTimestamp: at });
}
