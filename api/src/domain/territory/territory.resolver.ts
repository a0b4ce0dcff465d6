import { crud } from '../../graphql/crud.js';
import { Commune } from './commune.entity.js';
import { Epci } from './epci.entity.js';
import { Milestone, Plan } from './plan.entity.js';
import { checkCommune, checkEpci, checkMilestone, checkPlan } from './territory.service.js';

export const territoryOperations = [
  ...crud(Epci, { update: true, key: 'siren', beforeSave: checkEpci }),
  ...crud(Plan, { create: true, update: true, delete: true, beforeSave: checkPlan }),
  ...crud(Milestone, { create: true, update: true, delete: true, beforeSave: checkMilestone }),
  ...crud(Commune, { create: true, update: true, delete: true, key: 'inseeCode', beforeSave: checkCommune }),
];
