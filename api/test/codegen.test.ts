import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { expect, it } from 'vitest';
import { projectRoot } from '../src/project.js';

it('the typed documents of the admin are those of the schema and its queries (else: npm run generate)', async () => {
  const { config } = await loadCodegenConfig({ configFilePath: path.join(projectRoot, 'codegen.yml') });
  const files: { filename: string; content: string }[] = await generate(
    { ...config, cwd: projectRoot, silent: true },
    false,
  );
  expect(files.length).toBeGreaterThan(0);
  for (const { filename, content } of files) {
    const committed = path.resolve(projectRoot, filename);
    expect(existsSync(committed) && readFileSync(committed, 'utf8') === content, `${filename} is fresh`).toBe(true);
  }
});
