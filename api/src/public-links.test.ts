import { expect, it } from 'vitest';
import { publicLinks } from './public-links.js';

const links = publicLinks('https://parvis.example.org');

// Mails that were sent hold these: a change here needs the former address to go on opening.
it('every address that is given out', () => {
  expect([
    links.home('EPCI_STAFF'),
    links.home('AGENT'),
    links.stopDigest('EPCI_STAFF'),
    links.stopDigest('AGENT'),
    links.signIn('secret'),
    links.subject({ concept: 'ConventionVersion', id: 'v1', parentId: 'c1' }, 'EPCI_STAFF'),
    links.subject({ concept: 'ConventionVersion', id: 'v1', parentId: 'c1' }, 'AGENT'),
    links.subject({ concept: 'ConventionVersion', status: 'IN_FORCE', endsOn: '2026-12-31' }, 'EPCI_STAFF'),
    links.subject({ concept: 'Guichet', obligation: 'MEETINGS', obligationState: 'AT_RISK' }, 'EPCI_STAFF'),
  ]).toEqual([
    'https://parvis.example.org/',
    'https://parvis.example.org/agent',
    'https://parvis.example.org/?digest=off',
    'https://parvis.example.org/agent?digest=off',
    'https://parvis.example.org/sign-in/link#secret',
    'https://parvis.example.org/go/ConventionVersion/v1?parentId=c1',
    'https://parvis.example.org/agent/go/ConventionVersion/v1?parentId=c1',
    'https://parvis.example.org/go/ConventionVersion?status=IN_FORCE&endsOn=2026-12-31',
    'https://parvis.example.org/go/Guichet?obligation=MEETINGS&obligationState=AT_RISK',
  ]);
});
