import { crud } from '../../graphql/crud.js';
import { SecurityEvent } from './security-event.entity.js';

export const securityEventOperations = crud(SecurityEvent);
