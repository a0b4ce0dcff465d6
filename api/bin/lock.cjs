'use strict';
// One installation or build of this checkout at a time. Written for any Node from 12 on, like bootstrap.cjs.

const fs = require('fs');
const path = require('path');

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, '.data');
const file = path.join(folder, 'prepare.lock');

/** After which a lock is taken for forgotten, whatever its process number stands for now. */
const forgottenAfter = 15 * 60 * 1000;

/**
 * Runs `work` alone; another process of this checkout that prepares it is waited for. `work` gets a function to name the
 * program it has started, which may go on when this process is killed.
 */
exports.alone = async (work) => {
  makeFolder();
  let told = false;
  while (!take()) {
    const holders = read();
    if (holders === undefined) continue;
    if (isForgotten(holders)) {
      drop();
      continue;
    }
    if (!told) console.error(`Waiting for process ${holders.join(' and ')}, which is preparing this folder…`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  process.on('exit', release);
  try {
    return await work((pid) => fs.writeFileSync(file, `${process.pid} ${pid}`));
  } finally {
    release();
    process.removeListener('exit', release);
  }
};

/** Root in somebody's checkout leaves the folder to its owner, whom the embedded PostgreSQL then runs as. */
function makeFolder() {
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(folder, { recursive: true });
  if (process.getuid && process.getuid() === 0) {
    const owner = fs.statSync(root);
    fs.chownSync(folder, owner.uid, owner.gid);
  }
}

function take() {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function release() {
  if ((read() || [])[0] === process.pid) drop();
}

function drop() {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function read() {
  try {
    return fs.readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return undefined;
  }
}

function isForgotten(pids) {
  let age;
  try {
    age = Date.now() - fs.statSync(file).mtimeMs;
  } catch {
    return true;
  }
  if (pids.length === 0) return age > 2000; // created and not yet written
  return age > forgottenAfter || !pids.some(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    // Killed and not yet reaped: it still answers.
    return !/^\d+ \(.*\) [ZX]/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
