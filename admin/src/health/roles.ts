import type { Role } from '../resource/metadata';

/** Who looks after the installation. */
export const seesHealth = (role: Role): boolean => role === 'ADMIN';
