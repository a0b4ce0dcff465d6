import type { Role } from '../../crud/metadata';

/** Who looks after the installation. */
export const seesHealth = (role: Role): boolean => role === 'ADMIN';
