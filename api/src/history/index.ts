export { undoing, withMotive } from './motive.js';
