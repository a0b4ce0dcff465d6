'use strict';
// One installation or build of this checkout at a time. Written for any Node from 12 on, like bootstrap.cjs.

const fs = require('fs');
const path = require('path');

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, '.data');
const file = path.join(folder, 'prepare.lock');

/** After which a lock is taken for forgotten, whatever its process number stands for now. */
const forgottenAfter = 15 * 60 * 1000;

/** Runs `work` alone; another process of this checkout that prepares it is waited for. */
exports.alone = async (work) => {
  makeFolder();
  let told = false;
  while (!take()) {
    const holder = read();
    if (holder === undefined) continue;
    if (isForgotten(holder)) {
      drop();
      continue;
    }
    if (!told) console.error(`Waiting for process ${holder}, which is preparing this folder…`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  process.on('exit', release);
  try {
    return await work();
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
  if (read() === process.pid) drop();
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
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isForgotten(pid) {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    if (age > forgottenAfter) return true;
    if (!pid) return age > 2000; // created and not yet written
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}
