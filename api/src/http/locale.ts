import type { FastifyRequest } from 'fastify';
import { Locale } from '../base/codes.js';

/** The first of our languages that the browser accepts, French when it accepts none: for people whom no session names. */
export const acceptedLocale = (request: FastifyRequest): Locale => {
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase());
  return Locale.find((locale) => locale === accepted.find((one) => Locale.some((known) => known === one))) ?? 'fr';
};
