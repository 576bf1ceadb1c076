import { SYSTEM } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import { perform } from '#core/house.ts';
import { Lang } from '#core/i18n/lang.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { type CliCommand, misused } from './command.ts';

/** The shell speaks English, like its documentation. */
const english = new Lang('en', SENTENCES.en);

/** What the law may ask of an operator: an entry keeps its place and its proof, what it said is gone. */
export const eraseCommand: CliCommand = {
  name: 'erase',
  summary: 'erase what one entry of the public log says, telling the public on which ground',
  usage: ['erase ENTRY --forum SLUG --ground "Court decision 2(1)-15/2026"'],
  async run(voice, { words: [entry], options }, { forums, house, modules }) {
    const { forum: slug, ground } = options;
    if (!entry || typeof slug !== 'string' || typeof ground !== 'string')
      return misused(
        voice,
        eraseCommand,
        'erase needs the id of an entry (it stands in its address), --forum and --ground.',
      );
    const forum = forums.bySlug(slug);
    if (!forum) {
      voice.err(`There is no platform "${slug}".`);
      return 1;
    }
    const erasing = modules
      .flatMap((module) => module.commands)
      .find(({ name }) => name === 'opendata.erase_entry_content');
    const asked = { actor: SYSTEM, forum, lang: 'en', requestId: 'cli' } as const;
    const erased = await perform(house, asked, erasing as Command<object, null>, { entry, ground });
    if (!erased.ok) {
      voice.err(english.say(erased.refusal.message));
      return 1;
    }
    voice.out('What the entry said is erased. The entry and its proof stay.');
    return 0;
  },
};
