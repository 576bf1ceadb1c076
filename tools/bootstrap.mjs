// @ts-check
/**
 * The one door to every command: `npm start`, `npm test`, `npm run check`, `npm run ortaq -- ...`.
 * Makes ready what is missing (Node 24, packages, the built program) and hands over to it.
 * Plain JavaScript without any package: it runs on the first day, under any Node from 20 on.
 * Speaks on standard error only; standard output belongs to the program.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const NODE_VERSION = '24.21.0';

/** The packages that hold Node itself, with what npm says of their content; others install Node by themselves. */
export const RUNTIMES = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

/** The database's program is compiled piece by piece: 55 MB less. Room for what an answer needs for a moment: a fifth less work for each. */
export const SERVER_FLAGS = ['--wasm-lazy-compilation', '--max-semi-space-size=16'];

/** What each verb hands over to, and what must be ready before. */
export const VERBS = {
  start: { run: [...SERVER_FLAGS, 'dist/main.js'], build: true },
  dev: { run: ['tools/dev.ts'], build: true },
  ortaq: { run: [...SERVER_FLAGS, 'dist/cli.js'], build: true },
  test: { run: ['tools/test.ts'], build: true },
  check: { run: ['tools/check.ts'], build: false },
  bench: { run: ['bench/main.ts'], build: true },
  conformance: { run: ['tools/conformance.ts'], build: false },
};

/** Something expected that the person can put right; printed without a stack. */
export class Stop extends Error {}

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {string} version like "v24.21.0" or "24.21.0" */
export const isRecent = (version) => Number(version.replace(/^v/, '').split('.')[0]) >= 24;

/** @param {...string} parts */
export const fingerprint = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** @param {string} file @returns {string} empty when there is none */
const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  const missing = done.error && /** @type {NodeJS.ErrnoException} */ (done.error).code === 'ENOENT';
  return { ok: done.status === 0, missing, out: String(done.stdout ?? ''), err: String(done.stderr ?? '') };
};

/**
 * Why npm failed, as one sentence that says what to do; the first words of npm itself follow.
 * @param {string} stderr @param {string} what
 */
export function explainNpm(stderr, what) {
  const reasons = /** @type {[RegExp, string][]} */ ([
    [
      /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT/,
      'The npm registry cannot be reached. Check the network (and the proxy: npm config get proxy) and try again.',
    ],
    [
      /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
      'The certificate of the npm registry is not trusted here. Ask whoever runs your network for its certificate and set NODE_EXTRA_CA_CERTS.',
    ],
    [/ENOSPC/, 'The disk is full. Free about 1 GB and try again.'],
    [/EACCES|EPERM|EROFS/, 'This folder cannot be written to by you. Change its owner, or work in a copy of your own.'],
    [
      /E404|ETARGET|ENOVERSIONS/,
      'The npm registry does not have a package that is needed. Check which registry is set (npm config get registry).',
    ],
  ]);
  const reason = reasons.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'What npm says is below.';
  const words = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => /\w/.test(line) && !/A complete log|^npm warn|behind a proxy/i.test(line));
  return [`${what} did not work. ${reason}`, ...words.slice(0, 4).map((line) => `  ${line}`)].join('\n');
}

/**
 * The Node to work with: this one when recent enough, else our own copy, taken from the registry once.
 * @param {string} root
 * @param {{ version: string, platform: string, arch: string, execPath: string }} machine
 * @returns {string} path of the program
 */
export function ensureNode(root, machine = process) {
  if (isRecent(machine.version)) return machine.execPath;
  const home = path.join(root, '.runtime');
  const node = path.join(home, 'bin', 'node');
  if (read(path.join(home, 'package.json')).includes(`"${NODE_VERSION}"`) && fs.existsSync(node)) return node;
  const platform = `${machine.platform}-${machine.arch}`;
  const integrity = /** @type {Record<string, string>} */ (RUNTIMES)[platform];
  if (!integrity)
    throw new Stop(
      `Ortaq needs Node 24 or newer; this is ${machine.version} on ${platform}. Install Node 24 from https://nodejs.org and start again.`,
    );
  say(`Taking Node ${NODE_VERSION} (once, about 60 MB) ...`);
  for (const name of fs.readdirSync(root))
    if (name.startsWith('.runtime-')) fs.rmSync(path.join(root, name), { recursive: true, force: true });
  const work = fs.mkdtempSync(path.join(root, '.runtime-'));
  try {
    const file = fetchPackage(`node-${platform}`, integrity, work);
    const untar = run('tar', ['-xzf', file, '-C', work]);
    if (untar.missing)
      throw new Stop(
        'The program "tar" is needed to unpack Node and is not here. Install it (Debian: apt-get install tar), or install Node 24 yourself.',
      );
    if (!untar.ok) throw new Stop(`Node could not be unpacked: ${untar.err.trim()}`);
    const whole = path.join(work, 'package');
    if (!run(path.join(whole, 'bin', 'node'), ['--version']).ok)
      throw new Stop(
        `The Node that the npm registry holds does not run on this machine (${platform}). Install Node 24 from https://nodejs.org and start again.`,
      );
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(whole, home);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return node;
}

/** @param {string} name @param {string} integrity as in a lock file @param {string} into @returns {string} the packed file */
function fetchPackage(name, integrity, into) {
  const pack = run('npm', ['pack', `${name}@${NODE_VERSION}`, '--pack-destination', into, '--loglevel=error'], {
    cwd: into,
  });
  if (pack.missing)
    throw new Stop('The program "npm" is not here. It comes with Node: install Node 24 from https://nodejs.org.');
  if (!pack.ok) throw new Stop(explainNpm(pack.err, 'Taking Node from the npm registry'));
  const file = path.join(into, `${name}-${NODE_VERSION}.tgz`);
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}`;
  if (found !== integrity)
    throw new Stop(
      `${name}@${NODE_VERSION} from the npm registry is not the package that we know. Do not use this registry; nothing was kept.`,
    );
  return file;
}

/** What decides whether the packages are as they should be. @param {string} root @param {string} node */
const packagesStamp = (root, node) =>
  fingerprint(
    read(path.join(root, 'package-lock.json')),
    node.startsWith(root) ? NODE_VERSION : process.version,
    process.platform,
    process.arch,
  );

/** @param {string} root @param {string} node */
export const packagesReady = (root, node) =>
  read(path.join(root, 'node_modules', '.ortaq-stamp')) === packagesStamp(root, node);

/** Installs the packages of the committed lock. @param {string} root @param {string} node */
function installPackages(root, node) {
  say('Installing packages (once, about half a minute) ...');
  const before = read(path.join(root, 'package-lock.json'));
  const install = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  if (install.missing)
    throw new Stop('The program "npm" is not here. It comes with Node: install Node 24 from https://nodejs.org.');
  if (!install.ok) throw new Stop(explainNpm(install.err, 'Installing packages'));
  if (read(path.join(root, 'package-lock.json')) !== before)
    say('Note: npm changed package-lock.json, so package.json and the committed lock do not agree.');
  linkNode(root, node);
  fs.writeFileSync(path.join(root, 'node_modules', '.ortaq-stamp'), packagesStamp(root, node));
}

/** Makes `npm run` and `npx` in this folder use our own Node. @param {string} root @param {string} node */
function linkNode(root, node) {
  if (node !== path.join(root, '.runtime', 'bin', 'node')) return;
  const link = path.join(root, 'node_modules', '.bin', 'node');
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.join('..', '..', '.runtime', 'bin', 'node'), link);
}

/** A word for the state of every file that the build reads: changes when one is added, removed or written. @param {string} root */
export function sourcesStamp(root) {
  /** @type {string[]} */
  const seen = [read(path.join(root, 'node_modules', '.ortaq-stamp'))];
  for (const folder of ['src', 'tools', 'package.json', 'tsconfig.json']) collect(path.join(root, folder), seen);
  return fingerprint(...seen.sort());
}

/** @param {string} at @param {string[]} seen */
function collect(at, seen) {
  const stat = fs.statSync(at, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) for (const name of fs.readdirSync(at)) collect(path.join(at, name), seen);
  else if (!/\.(test\.tsx?|gen\.ts|tmp)$/.test(at)) seen.push(`${at} ${stat.size} ${stat.mtimeMs}`);
}

/** @param {string} root */
const buildReady = (root) => read(path.join(root, 'dist', '.stamp')) === sourcesStamp(root);

/** @param {string} root @param {string} node */
function build(root, node) {
  const stamp = sourcesStamp(root);
  if (spawnSync(node, ['tools/build.ts'], { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0)
    throw new Stop('The program could not be built; what is wrong stands above.');
  fs.writeFileSync(path.join(root, 'dist', '.stamp'), stamp);
}

/** One set-up at a time: a second start waits for the first. @param {string} root @param {() => void} work */
export function alone(root, work) {
  const lock = path.join(root, '.ortaq-setup.lock');
  const mine = `${lock}.${process.pid}`;
  try {
    fs.writeFileSync(mine, String(process.pid));
    while (!taken(mine, lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    try {
      work();
    } finally {
      fs.rmSync(lock, { force: true });
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** A link appears whole, with its content, or not at all. @param {string} mine @param {string} lock */
function taken(mine, lock) {
  try {
    fs.linkSync(mine, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const holder = Number(read(lock));
  if (holder && !lives(holder)) fs.rmSync(lock, { force: true });
  else if (!told) say(`Another start (process ${holder}) is setting up this folder; waiting for it ...`);
  told = true;
  return false;
}
let told = false;

/** @param {number} pid */
function lives(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Runs the program with our standard streams, hands signals on, ends as it ended. @param {string} root @param {string} node @param {string[]} args */
function handOver(root, node, args) {
  const bin = path.join(root, 'node_modules', '.bin');
  const env = { ...process.env, TZ: 'UTC', PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    // A terminal sends SIGINT to both of us; handing it on would make it two.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  // npm killed outright cannot tell us; a server that nobody can stop any more would keep the database.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
  child.on('error', (error) => {
    say(`The program could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 1);
  });
}

/** @param {string} root @param {string[]} argv */
function main(root, [verb = '', ...rest]) {
  const wanted = /** @type {Record<string, typeof VERBS.start>} */ (VERBS)[verb];
  if (!wanted) throw new Stop(`There is no command "${verb}". There are: ${Object.keys(VERBS).join(', ')}.`);
  const program = wanted.run.at(-1) ?? '';
  if (!program.startsWith('dist/') && !fs.existsSync(path.join(root, program)))
    throw new Stop(`There is no ${program} yet.`);
  let node = isRecent(process.version) ? process.execPath : path.join(root, '.runtime', 'bin', 'node');
  const ready = () => fs.existsSync(node) && packagesReady(root, node) && (!wanted.build || buildReady(root));
  if (!ready())
    alone(root, () => {
      node = ensureNode(root);
      if (!packagesReady(root, node)) installPackages(root, node);
      if (wanted.build && !buildReady(root)) build(root, node);
    });
  handOver(root, node, [...wanted.run, ...rest]);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  try {
    main(root, process.argv.slice(2));
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
    if (error instanceof Stop) say(error.message);
    else if (/^(EACCES|EPERM|EROFS|ENOSPC)$/.test(code)) say(explainNpm(String(error), 'Setting up'));
    else throw error;
    process.exitCode = 1;
  }
}
