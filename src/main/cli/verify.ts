import { summaryOf, verifyExport } from '#core/audit/export/verify.ts';
import { NODE } from '#core/audit/primitives.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../texts.gen.ts';
import type { CliCommand } from './command.ts';

/** The shell speaks English, like its documentation. */
const english = new Lang('en', SENTENCES.en);

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'check that the record in an export of the public log was not rewritten (needs no server)',
  usage: ['verify FILE.zip'],
  fileAt: 0,
  alone(voice, { file }) {
    const found = verifyExport(NODE, file?.bytes ?? new Uint8Array());
    if (!found.fits) {
      voice.err(english.say(found.why));
      return 1;
    }
    for (const log of found.logs) {
      voice.out(english.say(summaryOf(log)));
      voice.out(`  signed by ${log.key}`);
    }
    voice.out('Everything fits. Compare the key with the one that you know.');
    return 0;
  },
};
