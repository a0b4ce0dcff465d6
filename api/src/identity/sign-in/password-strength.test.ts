import { expect, test } from 'vitest';
import { weakness } from './password-strength.js';

const about = { email: 'sam.staff@voiron.test', name: 'Noémie Staff', epci: 'Pays Voironnais' };
const nameOf = async (password: string) => (await weakness(password, about))?.name;

test.each([
  'motdepasse123',
  'azertyuiop123',
  '123456789012',
  'aaaaaaaaaaaaaaaa',
  'abcdefghijkl',
  'soleilsoleil',
  'jetaimejetaime',
  'marseille13000',
  'a'.repeat(256),
  'abcabcabcabcabcabcabc'.repeat(12),
])('%s is tried by everybody', async (password) => {
  expect(await nameOf(password)).toMatch(/^Password(TooCommon|TellsOfYou)$/);
});

test.each([
  'noemiestaff1',
  'sam.staff@voiron.test',
  'PaysVoironnais38',
  'Parvis2026!!',
  'guichet-voiron-2026',
  'P@rv1s-Gu1ch3t',
  'Motdepasse2026!',
  'sam.staff-2026',
])('%s is guessed by whoever knows them', async (password) => {
  expect(await nameOf(password)).toBe('PasswordTellsOfYou');
});

test.each([
  'quatre mots sans rapport',
  'une phrase assez longue',
  'le chat mange des prunes',
  // The name is no help to who guesses the rest.
  'noémie aime les crêpes au sarrasin',
  'kX9v2mQ7wLpZ',
])('%s holds, without a figure or a capital asked for', async (password) => {
  expect(await nameOf(password)).toBeUndefined();
});
