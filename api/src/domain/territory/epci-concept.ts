import { Base, One, type Ref } from '../../concept/decorators.js';
import { conceptNamed } from '../../concept/meta.js';
import type { Epci } from './epci.entity.js';

/** A concept whose rows belong to an EPCI: policies filter on it, and callers never write it. */
export abstract class EpciConcept extends Base {
  epci!: Ref<Epci>;
}
// By name: a base class that imported the entity would be read before it, in the ring of entities that point to each other.
One(() => conceptNamed('Epci').type, { write: 'none' })(EpciConcept.prototype, 'epci');
