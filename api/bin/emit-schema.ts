// npm run schema:emit: writes schema/schema.graphql and the admin's metadata from the declarations.
import { emit } from '../src/emit-schema.js';

await emit();
