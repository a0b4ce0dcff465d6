export { yearRefusal } from './compliance.rules.js';
