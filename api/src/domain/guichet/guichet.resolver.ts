import { crud } from '../../graphql/crud.js';
import { Guichet } from './guichet.entity.js';
import { checkGuichet } from './guichet.service.js';

export const guichetOperations = crud(Guichet, { create: true, update: true, delete: true, beforeSave: checkGuichet });
