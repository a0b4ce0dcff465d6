import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { allConcepts } from '../src/concept/meta.js';
import { exportsOf } from '../src/discover.js';
import { projectRoot } from '../src/project.js';

const folders = ['concept', 'database', 'graphql', 'history', 'http', 'jobs', 'read', 'write'];
/** The name of a line of the log, which has nothing to do with a request for a home. */
const homonyms = ['api/src/http/access-log.ts: Request'];

const textsOf = (file: string): string[] => {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    // Pieces of templates too: SQL is made of them.
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      if (!ts.isImportDeclaration(node.parent)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(projectRoot, file), 'utf8'), ts.ScriptTarget.Latest, true));
  return texts;
};

it('what serves every concept names none: neither in a text, nor by its table in SQL', async () => {
  await exportsOf('*.entity');
  const concepts = allConcepts();
  expect(concepts.length).toBeGreaterThan(20);
  const names = concepts.map(({ name }) => name).join('|');
  const tables = concepts.map(({ table }) => table).join('|');
  const named = new RegExp(`^(${names})$|'(${names})'|\\b(?:from|join|into|update)\\s+"?(${tables})\\b`);
  const files = globSync(`api/src/{${folders.join(',')}}/**/*.ts`, { cwd: projectRoot }).filter(
    (file) => !file.endsWith('.test.ts') && !file.includes('/migrations/'),
  );
  expect(files.length).toBeGreaterThan(60);
  const found = files.flatMap((file) =>
    textsOf(file).flatMap((text) => {
      const [, ...groups] = named.exec(text) ?? [];
      return groups.flatMap((name) => (name ? [`${file}: ${name}`] : []));
    }),
  );
  expect(found.filter((one) => !homonyms.includes(one))).toEqual([]);
});
