'use strict';
// What `npm start`, `npm test` and the commands run first, with whatever Node the machine has: installs exactly the
// lockfile, which brings the project's own Node, and goes on with that one. Syntax of Node 14, so that an old Node can say what it lacks.

const { spawn } = require('child_process');
const { createHash } = require('crypto');
const fs = require('fs');
const path = require('path');
const { alone } = require('./lock.cjs');

const root = path.resolve(__dirname, '../..');
const stamp = path.join(root, 'node_modules', '.parvis-installed');
const oldestNode = 20;
/** For systems that the lockfile has no Node for (macOS): `crypto.argon2` came with it. */
const oldestOwnNode = [24, 7];

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15, SIGKILL: 9 };

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

async function main([command, ...args]) {
  process.chdir(root);
  const [major] = versionOf(process.versions.node);
  if (major < oldestNode) {
    throw new Error(
      `Parvis needs Node.js ${oldestNode} or later, and this is ${process.versions.node}: see https://nodejs.org`,
    );
  }
  await alone(install);
  if (['test', 'check', 'drills'].includes(command))
    return run(['api/bin/test.mjs', command, ...args], { NODE_ENV: 'test' });
  if (command === 'dev') {
    const tsx = ['--import', 'tsx', 'api/bin/dev.ts'];
    return run([...tsx, ...args], { NODE_ENV: 'development', TSX_TSCONFIG_PATH: 'api/tsconfig.json' });
  }
  await runOrFail(['api/bin/build.mjs']);
  if (command === 'build') return;
  const env = { NODE_ENV: process.env.NODE_ENV || 'production' };
  // With the room for young objects that V8 gives itself, it takes 100 MB more under load (npm run drills -- load), and is no faster.
  const lean = ['--enable-source-maps', '--max-semi-space-size=16'];
  if (command === 'start') return run([...lean, 'dist/api/src/main.js', ...args], env);
  if (command === 'run') return run(['--enable-source-maps', `dist/${args[0]}.js`, ...args.slice(1)], env);
  throw new Error(`Unknown command ${command}: start, build, dev, test, check, drills or run.`);
}

/** `npm ci`, unless this very lockfile is already installed. Development dependencies too: they build and test. */
async function install(holdFor) {
  const lockfile = path.join(root, 'package-lock.json');
  const wanted = `${createHash('sha256').update(fs.readFileSync(lockfile)).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  if (fs.existsSync(stamp)) fs.unlinkSync(stamp);
  // Engine warnings say that the machine's Node is old, which is why the project brings its own.
  const options = [
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
    // Versions and contents are fixed by the lockfile: a registry need not be asked again what the cache already knows.
    '--prefer-offline',
  ];
  const code = await withProgress('Installing the packages of the lockfile', () =>
    npm(['ci', ...options, '--engine-strict=false'], holdFor),
  );
  if (code !== 0) throw new Error('The packages could not be installed: see what npm says above, then start again.');
  fs.writeFileSync(stamp, wanted);
}

/** The npm that runs us, with the Node that runs it: not the one of node_modules, which `npm ci` removes. */
function npm(args, holdFor) {
  const script = process.env.npm_execpath;
  const stdio = ['ignore', 'inherit', 'inherit'];
  const child =
    script && /\.[cm]?js$/.test(script)
      ? spawn(process.env.npm_node_execpath || process.execPath, [script, ...args], { stdio })
      : spawn('npm', args, { stdio, shell: process.platform === 'win32' });
  if (child.pid) holdFor(child.pid);
  passSignals(child);
  return ended(child);
}

/** Replaces this process by the project's Node, as far as that can be done: same signals, same exit code. */
async function run(args, env) {
  const child = spawn(projectNode(), args, {
    // The channel closes if this process is killed, and the application then stops by itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, env),
  });
  passSignals(child);
  const launched = launchers();
  const watch = setInterval(() => {
    // npm was killed: nobody is left to stop what it started.
    if (process.env.npm_lifecycle_event && launchers() !== launched) child.kill('SIGTERM');
  }, 500);
  process.exitCode = await ended(child);
  clearInterval(watch);
  if (child.connected) child.disconnect();
  process.exit();
}

async function runOrFail(args) {
  const child = spawn(projectNode(), args, { stdio: 'inherit' });
  passSignals(child);
  const code = await ended(child);
  if (code !== 0) process.exit(code);
}

/** Who stands between us and npm, itself included: its shell, where that did not give way to us, has npm for parent. */
function launchers() {
  try {
    const command = fs.readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8');
    if (!command.includes('bootstrap.cjs')) return `${process.ppid}`;
    const stat = fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

/** The Node of the lockfile; else this one if it is recent enough. */
function projectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (fs.existsSync(own)) return own;
  const [major, minor] = versionOf(process.versions.node);
  if (major > oldestOwnNode[0] || (major === oldestOwnNode[0] && minor >= oldestOwnNode[1])) return process.execPath;
  throw new Error(
    `There is no Node.js in the lockfile for ${process.platform}-${process.arch}: install ${oldestOwnNode.join('.')} or later, and start again.`,
  );
}

function versionOf(text) {
  return text.split('.').map(Number);
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 128 + (signalNumbers[signal] || 0) : code));
  });
}

/** Says what is being done when it takes more than two seconds, then how long it has taken. */
async function withProgress(what, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  let told = false;
  const tell = () => {
    console.error(told ? `${what}… (${seconds()})` : `${what}…`);
    told = true;
  };
  const first = setTimeout(tell, 1000);
  const reminder = setInterval(tell, 10000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(reminder);
    if (told) console.error(`${what}: ${seconds()}`);
  }
}
