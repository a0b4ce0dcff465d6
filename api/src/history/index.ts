export { eraseFromHistory } from './erasure.js';
export { withMotive } from './motive.js';
