export { Epci } from './epci.entity.js';
export { CommuneNotMember } from './territory.errors.js';
