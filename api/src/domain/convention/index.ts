export { ConventionVersion } from './convention-version.entity.js';
export { inForceOn } from './in-force.js';
