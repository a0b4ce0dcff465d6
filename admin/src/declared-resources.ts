import type { Resource } from './crud/define';

/** Every declared resource: what the files named `*.resource.ts` export. A new one is found by its name. */
export const resources: Resource[] = Object.values(
  import.meta.glob<Record<string, Resource>>('./**/*.resource.ts', { eager: true }),
).flatMap((module) => Object.values(module));
