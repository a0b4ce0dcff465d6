export { CommuneNotMember } from './territory.errors.js';
