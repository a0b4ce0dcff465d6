import { Base, One, type Ref } from '../../concept/decorators.js';
import { conceptNamed } from '../../concept/meta.js';
import type { Epci } from './epci.entity.js';

/** A concept whose rows belong to an EPCI: policies filter on it, and callers never write it. */
export abstract class EpciConcept extends Base {
  epci!: Ref<Epci>;
}
// Looked up by name, to avoid a circular import of the entity.
One(() => conceptNamed('Epci').type, { write: 'none' })(EpciConcept.prototype, 'epci');
