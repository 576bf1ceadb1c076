import { SYSTEM } from '#core/actor.ts';
import type { Forum } from '#core/forum.ts';
import { perform } from '#core/house.ts';
import { isLanguage } from '#core/i18n/texts.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { exportPlanCsv, importPlanFile, isNationalFile } from '#modules/plans/contract.ts';
import type { Assembly } from '../assembly.ts';
import { type CliCommand, type Exit, misused, type Typed, type Voice } from './command.ts';

/** The forum that a file belongs to: the named one; the national register for a known national plan; else the only one. */
function forumFor({ forums }: Assembly, named: string | true | undefined, national: boolean): Forum | string {
  const living = forums.all.filter((forum) => forum.kind === 'living');
  if (typeof named === 'string') return forums.bySlug(named) ?? `There is no platform "${named}".`;
  if (national) return forums.reference;
  const [only, second] = living;
  if (only && !second) return only;
  const choice = ['national', ...living.map((forum) => forum.slug)].map((slug) => `--forum ${slug}`).join(', ');
  return `Say to which platform the plan belongs: ${choice}.`;
}

const textOf = (typed: Typed, option: string): string | undefined => {
  const value = typed.options[option];
  return typeof value === 'string' ? value : undefined;
};

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'bring a plan in from CSV, Excel, OpenDocument or Word',
  usage: [
    'import plan FILE',
    'import plan FILE --forum SLUG --title "..." --slug local-2027 --words az --unknown add --only-good',
    'import plan FILE --dry-run',
  ],
  fileAt: 1,
  async run(voice, typed, assembly) {
    if (typed.words[0] !== 'plan' || !typed.file) return misused(voice, importCommand, 'import needs: plan FILE.');
    const forum = forumFor(assembly, typed.options.forum, isNationalFile(typed.file.name));
    if (typeof forum === 'string') return refused(voice, forum);
    const words = textOf(typed, 'words');
    if (words !== undefined && !isLanguage(words)) return misused(voice, importCommand, '--words is az, en or ru.');
    const unknown = textOf(typed, 'unknown');
    if (unknown !== undefined && unknown !== 'add' && unknown !== 'refuse')
      return misused(voice, importCommand, '--unknown is add or refuse.');
    const { house, langs, database } = assembly;
    const [title, slug] = [textOf(typed, 'title'), textOf(typed, 'slug')];
    const report = await importPlanFile({
      db: database.db,
      forum,
      today: dayIn(forum.zone, house.clock.now()),
      perform: (command, input) =>
        perform(house, { actor: SYSTEM, forum, lang: 'en', requestId: 'cli' }, command, input),
      lang: langs.en,
      bytes: typed.file.bytes,
      fileName: typed.file.name,
      options: {
        ...(title ? { title } : {}),
        ...(slug ? { slug } : {}),
        ...(words ? { words } : {}),
        ...(unknown ? { unknown } : {}),
        onlyGood: typed.options['only-good'] === true,
        dryRun: typed.options['dry-run'] === true,
      },
    });
    for (const line of report.lines) (report.ok ? voice.out : voice.err)(line);
    return report.ok ? 0 : 1;
  },
};

export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'write plans as CSV to standard output',
  usage: ['export plan', 'export plan nap-2016-2018', 'export plan local --forum SLUG'],
  async run(voice, typed, assembly) {
    const [what, slug = null] = typed.words;
    if (what !== 'plan') return misused(voice, exportCommand, 'export needs: plan [NAME].');
    const { forums, house, langs, database } = assembly;
    const named = typed.options.forum;
    const forum = typeof named === 'string' ? forums.bySlug(named) : null;
    if (typeof named === 'string' && !forum) return refused(voice, `There is no platform "${named}".`);
    const today = dayIn(forums.reference.zone, house.clock.now());
    const of = forum ? [forum] : [...forums.all, forums.reference];
    const csv = await exportPlanCsv({ db: database.db, forums: of, today, lang: langs.en, slug });
    if (csv === null) return refused(voice, `There is no plan "${slug}".`);
    voice.out(csv);
    return 0;
  },
};

function refused(voice: Voice, sentence: string): Exit {
  voice.err(sentence);
  return 1;
}
