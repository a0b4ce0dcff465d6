export { Guichet } from './guichet.entity.js';
export { GuichetClosed } from './guichet.errors.js';
export { checkOpeningHours } from './opening-hours.rules.js';
