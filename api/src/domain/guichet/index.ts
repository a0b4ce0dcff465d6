export { Guichet } from './guichet.entity.js';
export { GuichetClosed } from './guichet.errors.js';
export { checkGuichet } from './guichet.service.js';
export { checkOpeningHours } from './opening-hours.rules.js';
