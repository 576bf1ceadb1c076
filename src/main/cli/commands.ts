import { SYSTEM } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import { perform } from '#core/house.ts';
import { Lang } from '#core/i18n/lang.ts';
import { MovedClock } from '#core/time/clock.ts';
import { stepOf } from '#core/time/step.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { moveClock } from '../clock.ts';
import { bringExample } from '../demonstration.ts';
import { printFirstLink } from '../first-link.ts';
import { backupCommand, backupKeyCommand, restoreCommand } from './backups.ts';
import { type CliCommand, misused } from './command.ts';
import { due } from './due.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand, importCommand } from './plans.ts';
import { verifyCommand } from './verify.ts';

/** The shell speaks English, like its documentation. */
const english = new Lang('en', SENTENCES.en);

const clock: CliCommand = {
  name: 'clock',
  summary: 'move the clock of a test or demonstration forward (only when started with ORTAQ_NOW)',
  usage: ['clock', 'clock +12d', 'clock +3h'],
  async run(voice, { words: [step] }, { house, database, runner }) {
    if (!(house.clock instanceof MovedClock)) {
      voice.err(
        'The clock of a real installation is not moved. Start with ORTAQ_NOW=2026-11-23T09:00:00Z to try dates.',
      );
      return 1;
    }
    if (step !== undefined) {
      const ms = stepOf(step);
      if (!ms.ok) {
        voice.err(english.say(ms.refusal.message));
        return 2;
      }
      await moveClock(database.db, house.clock, runner, ms.value);
    }
    voice.out(house.clock.now().toISOString());
    return 0;
  },
};

const link: CliCommand = {
  name: 'link',
  summary: 'a new one-time sign-in link for the first coordinator, when every way in was lost',
  usage: ['link'],
  async run(voice, _typed, assembly) {
    voice.out((await printFirstLink(assembly, { again: true })) ?? '');
    return 0;
  },
};

const demo: CliCommand = {
  name: 'demo',
  summary: 'take the demonstration world away, or bring it in',
  usage: ['demo remove', 'demo load'],
  async run(voice, { words: [deed] }, assembly) {
    const { forums, house, modules, materials } = assembly;
    if (deed === 'load') {
      if (forums.all.some((forum) => forum.demonstration)) {
        voice.err('The demonstration is there already.');
        return 1;
      }
      await bringExample(assembly, 'az');
      voice.out('The demonstration world was brought in.');
      return 0;
    }
    const removal = modules
      .flatMap((module) => module.commands)
      .find(({ name }) => name === 'home.remove_demonstration');
    if (deed !== 'remove' || !removal) return misused(voice, demo, 'demo needs one word: remove or load.');
    const asked = { actor: SYSTEM, forum: forums.reference, lang: 'en', requestId: 'cli' } as const;
    const removed = await perform(house, asked, removal as Command<object, { readonly forums: number }>, {});
    if (!removed.ok) {
      voice.err(english.say(removed.refusal.message));
      return 1;
    }
    await materials.reloadForums();
    voice.out(removed.value.forums > 0 ? 'The demonstration world was taken away.' : 'There was no demonstration.');
    return 0;
  },
};

export const COMMANDS: readonly CliCommand[] = [
  ...[importCommand, exportCommand, due, clock, link, demo],
  ...[verifyCommand, eraseCommand],
  ...[backupCommand, restoreCommand, backupKeyCommand],
];
