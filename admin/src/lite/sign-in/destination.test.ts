import { describe, expect, it } from 'vitest';
import { destination } from './destination.js';

const origin = 'https://parvis.example.org';

describe('after signing in', () => {
  it('an agent goes to the agents’ pages, everyone else to the home page', () => {
    expect(destination('AGENT', null, origin)).toBe('/agent');
    expect(['EPCI_STAFF', 'ANALYST', 'ADMIN'].map((role) => destination(role, null, origin))).toEqual(['/', '/', '/']);
  });
  it('one comes back to the page asked for', () => {
    expect(destination('EPCI_STAFF', '/guichets?level=INFO#map', origin)).toBe('/guichets?level=INFO#map');
    expect(destination('AGENT', '/agent/participation', origin)).toBe('/agent/participation');
  });
  it('a page meant for another role is not where one lands', () => {
    expect(destination('AGENT', '/guichets', origin)).toBe('/agent');
    expect(destination('EPCI_STAFF', '/agent/guichet', origin)).toBe('/');
    expect(destination('EPCI_STAFF', '/agents', origin)).toBe('/agents');
  });
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    'javascript:alert(1)',
    'guichets',
    '',
    '/sign-in?next=/',
    '/auth/session',
  ])('another site or the sign-in itself is refused: %j', (next) => {
    expect(destination('EPCI_STAFF', next, origin)).toBe('/');
  });
});
