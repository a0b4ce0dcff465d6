import { crud } from '../../graphql/crud.js';
import { Agent } from './agent.entity.js';
import { checkAgent, checkAssignment } from './agent.service.js';
import { Assignment } from './assignment.entity.js';

export const agentOperations = [
  ...crud(Agent, { create: true, update: true, delete: true, beforeSave: checkAgent }),
  ...crud(Assignment, { create: true, update: true, delete: true, beforeSave: checkAssignment }),
];
