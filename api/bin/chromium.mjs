import { existsSync } from 'node:fs';
import path from 'node:path';
import { command } from './tools.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium for the browser journeys: `CHROMIUM_PATH`, else one of the machine, else Debian's, installed if we are root.
 * `undefined` with a sentence on the terminal when there is none to be had.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    console.error(`CHROMIUM_PATH is ${given}, and there is no such file.`);
    return undefined;
  }
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium from Debian’s packages…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];
    await command('apt-get', ['-qq', 'update'], { env });
    await command('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const now = installed();
  if (!now) {
    console.error(
      'No Chromium for the browser journeys: install it (Debian: apt-get install chromium), or say where it is with CHROMIUM_PATH.',
    );
  }
  return now;
}

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin');
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...places].find((file) => existsSync(file));
}
