export { OrganisationArchived } from './organisation.errors.js';
