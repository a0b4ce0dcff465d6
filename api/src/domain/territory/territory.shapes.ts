import type { Shape } from '../../base/shape.js';
import { InvalidInseeCode, InvalidSiren } from './territory.errors.js';
import { isInseeCode, isSiren } from './territory.rules.js';

export const siren: Shape = (value) => (isSiren(value) ? undefined : new InvalidSiren(value));
export const inseeCode: Shape = (value) => (isInseeCode(value) ? undefined : new InvalidInseeCode(value));
