// What the build of the admin adds to vite's: compressed forms of its files, and the assets of former builds, which pages that
// are open through an upgrade still ask for.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = /\.(html|js|css|svg|json|map)$/;
const compressed = /\.(br|gz)$/;

/** For how long a page may stay open through upgrades, in milliseconds. */
const keptFor = 7 * 24 * 3600 * 1000;

/** Writes `x.br` and `x.gz` beside every text of a folder, as small as can be: once a build, not less well at each request. */
export async function compressAll(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => text.test(file) && statSync(file).isFile());
  await Promise.all(
    files.map(async (file) => {
      const whole = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
      const [brotlied, gzipped] = await Promise.all([
        promisify(brotliCompress)(whole, { params }),
        promisify(gzip)(whole, { level: 9 }),
      ]);
      writeFileSync(`${file}.br`, brotlied);
      writeFileSync(`${file}.gz`, gzipped);
    }),
  );
}

/**
 * Empties the folder of a build but for `former/assets`, where the assets go that it replaces: each with the moment at which it was
 * replaced, a week after which it is dropped.
 */
export function clearButFormer(folder, now = new Date()) {
  const assets = path.join(folder, 'assets');
  const former = path.join(folder, 'former', 'assets');
  mkdirSync(former, { recursive: true });
  for (const name of readdirSync(former))
    if (now.getTime() - statSync(path.join(former, name)).mtimeMs > keptFor) rmSync(path.join(former, name));
  for (const name of existsSync(assets) ? readdirSync(assets) : []) {
    renameSync(path.join(assets, name), path.join(former, name));
    utimesSync(path.join(former, name), now, now);
  }
  for (const name of readdirSync(folder))
    if (name !== 'former') rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** Leaves in `former/assets` what the new build does not have itself. */
export function dropRepeated(folder) {
  const assets = path.join(folder, 'assets');
  for (const name of readdirSync(path.join(folder, 'former', 'assets')))
    if (existsSync(path.join(assets, name.replace(compressed, ''))))
      rmSync(path.join(folder, 'former', 'assets', name));
}
