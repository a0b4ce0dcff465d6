export { Epci } from './epci.entity.js';
export { listEpcis } from './list-epcis.js';
export { CommuneNotMember } from './territory.errors.js';
