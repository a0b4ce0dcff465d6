export { ConventionVersion } from './convention-version.entity.js';
