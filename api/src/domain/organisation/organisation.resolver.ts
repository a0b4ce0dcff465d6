import { crud } from '../../graphql/crud.js';
import { Organisation } from './organisation.entity.js';
import { checkOrganisation } from './organisation.service.js';

export const organisationOperations = crud(Organisation, {
  create: true,
  update: true,
  delete: true,
  beforeSave: checkOrganisation,
});
