// npm run generate: all that is made from the declarations and committed (the SDL, the metadata of the screens, the admin's typed
// documents), then whether the migrations still say what the entities do. Tests fail when one of them is stale.
import path from 'node:path';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { emit } from '../src/emit-schema.js';
import { projectRoot } from '../src/project.js';
import { onDraftDatabase } from './draft-database.js';

await emit();
const { config } = await loadCodegenConfig({ configFilePath: path.join(projectRoot, 'codegen.yml') });
await generate({ ...config, cwd: projectRoot, silent: true }, true);
const missing = await onDraftDatabase((orm) => orm.schema.getUpdateSchemaSQL({ wrap: false }));
if (missing) {
  process.stderr.write(
    `${missing.trim()}\n\nThe entities ask for this and no migration does it: npm run migration:create -- a_name\n`,
  );
  process.exitCode = 1;
}
