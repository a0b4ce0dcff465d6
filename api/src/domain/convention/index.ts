export { ConventionFile } from './convention-file.entity.js';
export { ConventionVersion } from './convention-version.entity.js';
export { inForceOn } from './in-force.js';
export { proposedNumbers } from './proposed-numbers.js';
export { termFrom, termRefusal } from './term.rules.js';
