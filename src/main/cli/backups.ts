import path from 'node:path';
import { age, keyIn, NotRestored, restoreBackup, writeBackup } from '../backup/backup.ts';
import { type CliCommand, type Exit, misused, type Voice } from './command.ts';

const NO_RECIPIENT = [
  'No backup was written: ORTAQ_BACKUP_RECIPIENT is not set, so it could not be encrypted.',
  'On another machine run "npm run ortaq -- backup-key": it prints a secret key, which you keep there and on paper, and a',
  'public one (age1…). Set ORTAQ_BACKUP_RECIPIENT to the public one here. With --unencrypted the file is readable by all.',
];

export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'write database and files into one encrypted file',
  usage: ['backup', 'backup --to FILE', 'backup --to FILE --unencrypted'],
  paths: ['to'],
  async run(voice, { options }, assembly) {
    const { config, house } = assembly;
    const plain = options.unencrypted === true;
    const recipient = plain ? null : (config.backupRecipient ?? null);
    if (!plain && recipient === null) return refused(voice, NO_RECIPIENT);
    if (recipient !== null && !(await isRecipient(recipient)))
      return refused(voice, [
        'ORTAQ_BACKUP_RECIPIENT is no public key. Expected: age1 and 58 more letters and digits.',
      ]);
    const stamp = house.clock.now().toISOString().slice(0, 19).replace(/:/g, '');
    const usual = path.join(config.folder, 'backups', `ortaq-${stamp}.${plain ? 'gz' : 'age'}`);
    const to = typeof options.to === 'string' ? options.to : usual;
    const { rows, files } = await writeBackup(assembly, to, recipient);
    voice.out(`Written to ${to}: ${rows} rows, ${files} files${plain ? ', not encrypted' : ''}.`);
    return 0;
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'read a backup into an empty installation, while the server is stopped',
  usage: ['restore FILE --key KEYFILE', 'restore FILE --key KEYFILE --over'],
  paths: ['key'],
  pathAt: 0,
  stopped: true,
  async run(voice, { words: [from], options }, assembly) {
    if (from === undefined) return misused(voice, restoreCommand, 'The name of a file is missing.');
    const key = typeof options.key === 'string' ? await keyIn(options.key) : null;
    if (typeof options.key === 'string' && key === null)
      return refused(voice, [`There is no line AGE-SECRET-KEY-1… in ${options.key}.`]);
    try {
      const { rows, files } = await restoreBackup(assembly, from, key, options.over === true);
      voice.out(`Restored: ${rows} rows, ${files} files. Start the server.`);
      return 0;
    } catch (problem) {
      if (problem instanceof NotRestored) return refused(voice, [problem.message]);
      throw problem;
    }
  },
};

export const backupKeyCommand: CliCommand = {
  name: 'backup-key',
  summary: 'make a pair of keys for backups; run it on another machine',
  usage: ['backup-key'],
  async alone(voice): Promise<Exit> {
    const { generateX25519Identity, identityToRecipient } = await age();
    const secret = await generateX25519Identity();
    voice.out(`# Keep this line away from the server: it opens every backup.\n${secret}`);
    voice.out(`# Set this on the server:\nORTAQ_BACKUP_RECIPIENT=${await identityToRecipient(secret)}`);
    return 0;
  },
};

async function isRecipient(text: string): Promise<boolean> {
  try {
    new (await age()).Encrypter().addRecipient(text);
    return text.startsWith('age1');
  } catch {
    return false;
  }
}

function refused(voice: Voice, sentences: readonly string[]): Exit {
  for (const sentence of sentences) voice.err(sentence);
  return 1;
}
