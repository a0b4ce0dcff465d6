import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { generated } from './emit-schema.js';
import { projectRoot } from './project.js';

it('the schema and the metadata of the screens are those of the declarations (else: npm run generate)', async () => {
  for (const { file, content } of await generated()) {
    const committed = path.join(projectRoot, file);
    expect(existsSync(committed) && readFileSync(committed, 'utf8') === content, `${file} is fresh`).toBe(true);
  }
});
