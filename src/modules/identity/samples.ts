import type { Web } from '#core/http/route.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { deedCommands } from './deeds/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { NAME_MAX } from './people/rules.ts';
import type { IdentityNeeds } from './schema.ts';

/** Performs a command as somebody who may; the tests and the demonstration give it. */
type Perform = Web['perform'];

/** A body of the demonstration, made before by the module of places. */
export interface SampleBody {
  readonly id: string;
  readonly name: Texts;
}

/** For which bodies people act. The first of each is the one through whose eyes a visitor looks. */
export interface SampleBodies {
  readonly members: readonly SampleBody[];
  readonly executors: readonly SampleBody[];
  readonly evaluators: readonly SampleBody[];
}

/** Somebody of the demonstration. */
export interface SamplePerson {
  readonly id: string;
  readonly role: string;
  readonly body: string | null;
}

/**
 * Writes down the made-up people of a demonstration forum: coordinator, secretary, operator of that forum alone, and
 * one person for each body and role. Their names are their offices; nobody real is meant. Days count from `today`.
 */
export async function loadPeople(
  perform: Perform,
  needs: IdentityNeeds,
  today: PlainDate,
  bodies: SampleBodies,
): Promise<readonly SamplePerson[]> {
  const { addPerson } = peopleCommands(needs);
  const wanted: readonly (readonly [role: string, bodies: readonly (SampleBody | null)[]])[] = [
    ['coordinator', [null]],
    ['secretary', [null]],
    ['operator', [null]],
    ['member', bodies.members],
    ['executor', bodies.executors],
    ['evaluator', bodies.evaluators],
  ];
  const made: SamplePerson[] = [];
  for (const [role, of] of wanted) {
    for (const [i, body] of of.entries()) {
      const added = await perform(addPerson, {
        name: nameOf(needs, role, body),
        language: 'az',
        email: null,
        phone: null,
        role,
        body: body?.id ?? null,
        // Each a day later than the one before, so that "the first one" means something.
        from: addDays(today, i - 300),
        to: null,
      });
      if (!added.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(added.refusal)}`);
      made.push({ id: added.value.person, role, body: body?.id ?? null });
    }
  }
  return made;
}

/** "Executor, Example ExCom" in three languages; the office alone when that is too long for a name. */
function nameOf(needs: IdentityNeeds, role: string, body: SampleBody | null): Texts {
  const names = LANGUAGES.map((code) => {
    const lang = needs.lang(code);
    const office = lang.say({ key: `identity.role.${role}` });
    const whole = body ? lang.t('identity.held.for_body', { role: office, body: lang.pick(body.name) }) : office;
    return [code, whole.length <= NAME_MAX ? whole : office] as const;
  });
  return Object.fromEntries(names);
}

/** A link for one deed of a made-up person; gives its secret. Performed as coordinator or secretary. */
export async function loadDeedLink(
  perform: Perform,
  needs: IdentityNeeds,
  command: string,
  object: string,
): Promise<string> {
  const made = await perform(deedCommands(needs).makeDeed, { command, object, person: null });
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value.token;
}

/** What the inputs below speak of; any uuid will do where permission is asked before anything is looked up. */
export interface SampleObjects {
  readonly person: string;
  readonly role: string;
  readonly body: string;
  readonly session: string;
  readonly link: string;
  readonly deed: string;
  readonly deedCommand: string;
  readonly deedObject: string;
  readonly today: PlainDate;
}

/** One input of the right shape for each command of this module, by its name. */
export const identityInputs = (of: SampleObjects): Readonly<Record<string, unknown>> => {
  const role = { role: 'member', body: of.body, from: of.today, to: null };
  return {
    'identity.add_person': { name: { az: 'Nümunə' }, language: 'az', email: null, phone: null, ...role },
    'identity.grant_role': { person: of.person, ...role },
    'identity.end_role': { role: of.role },
    'identity.close_person': { person: of.person },
    'identity.make_link': { person: of.person, send: false },
    'identity.make_asked_link': { person: of.person },
    'identity.withdraw_link': { link: of.link },
    'identity.ask_letter': { email: 'ad@example.az' },
    'identity.end_other_sessions': { session: null },
    ...wayInputs(of),
    'identity.sign_in': { secret: 'A'.repeat(43), shared: false, agent: 'Firefox, Android', replaces: null },
    'identity.sign_out': { tokens: [] },
    'identity.end_session': { session: of.session },
    'identity.look_as': { role: 'member', agent: 'Firefox, Android', replaces: null },
    'identity.forget_sessions': {},
    'identity.make_deed_link': { command: of.deedCommand, object: of.deedObject, person: null },
    'identity.correct_own': { name: 'Nümunə', language: 'az', phone: null },
    'identity.ask_email': { email: null },
    'identity.confirm_email': { secret: 'A'.repeat(43) },
    'identity.erase_own': {},
    'identity.correct_person': {
      ...{ person: of.person, name: 'Nümunə', language: 'az', email: null, phone: null },
      paper: { ref: '14/2', day: of.today },
    },
    'identity.erase_person': { person: of.person, paper: { ref: '14/2', day: of.today } },
    'identity.start_assisted': { person: null, reason: 'Telefonu yoxdur', minutes: 30 },
    'identity.end_assisted': { token: 'A'.repeat(43) },
    'identity.object': { code: '7K3M-7K3M-7K3M-7K3M-7K3M', deed: of.deed, text: 'Mən belə deməmişəm.' },
    'identity.answer_objection': { objection: of.deed, text: 'Düzəldəcəyik.' },
    'identity.tell': { kind: 'deed', id: of.deed },
    'identity.withdraw_deed': { deed: of.deed },
  };
};

const PHC = '$argon2id$v=19$m=65536,t=4,p=1$c2FsdHNhbHRzYWx0$aGFzaA';
const BROWSER = { shared: false, agent: 'Firefox, Android', replaces: null };

/** Inputs of the commands by which people come in. */
const wayInputs = (of: SampleObjects): Readonly<Record<string, unknown>> => ({
  'identity.set_password': { session: null, phc: PHC, seen: null, userName: null },
  'identity.remove_password': { session: null },
  'identity.enter_by_password': { person: of.person, phc: PHC, ...BROWSER },
  'identity.begin_authenticator': { session: null },
  'identity.confirm_authenticator': { session: null, code: '123456' },
  'identity.remove_authenticator': { session: null, code: '123456' },
  'identity.renew_recovery': { session: null, code: '123456' },
  'identity.begin_errand': { link: false, session: null, state: 's', nonce: 'n', verifier: 'v' },
  'identity.take_errand': { token: 'A'.repeat(43) },
  'identity.enter_by_provider': { issuer: 'https://id.example.az', subject: '1', email: null, ...BROWSER },
  'identity.link_provider': { session: null, person: of.person, issuer: 'https://id.example.az', subject: '1' },
  'identity.unlink_provider': { session: null },
  'identity.ask_passkey': {},
  'identity.begin_passkey': { session: null },
  'identity.add_passkey': {
    ...{ session: null, challenge: 'A'.repeat(43), credential: 'AAAA', publicKey: 'AAAA' },
    ...{ counter: 0, transports: 'internal', agent: 'Firefox, Android' },
  },
  'identity.enter_by_passkey': { challenge: 'A'.repeat(43), credential: 'AAAA', seen: 0, counter: 0, ...BROWSER },
  'identity.remove_passkey': { session: null, passkey: of.session },
  'identity.pass_threshold': { token: 'A'.repeat(43), code: '123456', agent: 'Firefox, Android', replaces: null },
});
