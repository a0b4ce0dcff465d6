import { crud } from '../../graphql/crud.js';
import { Request } from './request.entity.js';
import { beforeSaveRequest } from './request.service.js';

export const requestOperations = crud(Request, {
  create: true,
  update: true,
  delete: true,
  beforeSave: beforeSaveRequest,
});
