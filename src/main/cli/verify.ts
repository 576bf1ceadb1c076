import { summaryOf, verifyExport } from '#core/audit/export/verify.ts';
import { NODE } from '#core/audit/primitives.ts';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { Lang } from '#core/i18n/lang.ts';
import { isBallotFile, verifyBallot } from '#modules/ballots/verifying/rules.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { LAW } from '../verifier/law.ts';
import type { CliCommand, Exit, Voice } from './command.ts';

/** The shell speaks English, like its documentation. */
const english = new Lang('en', SENTENCES.en);

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'check an export of the public log, or count the file of a ballot again (needs no server)',
  usage: ['verify LOG.zip', 'verify BALLOT.json'],
  fileAt: 0,
  alone(voice, { file }) {
    const bytes = file?.bytes ?? new Uint8Array();
    if (isBallotFile(bytes)) return sayBallot(voice, bytes);
    const found = verifyExport(NODE, bytes);
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

/** Line by line what was checked; what does not fit on standard error. */
function sayBallot(voice: Voice, bytes: Uint8Array): Exit {
  const { fits, lines } = verifyBallot({ sha256: NODE.sha256, law: LAW, isSigned }, bytes);
  for (const line of lines) {
    const said = english.say(line.message);
    if (line.fits) voice.out(said);
    else voice.err(`DOES NOT FIT: ${said}`);
  }
  if (fits) voice.out(english.t('ballots.verifying.page.fits'));
  return fits ? 0 : 1;
}
