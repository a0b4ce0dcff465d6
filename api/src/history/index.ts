export { withMotive } from './motive.js';
