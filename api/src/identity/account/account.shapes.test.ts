import { describe, expect, test } from 'vitest';
import { email, personName } from './account.shapes.js';

describe('an e-mail address', () => {
  test.each([
    'sam.staff@voiron.fr',
    "o'brien@example.org",
    'first+label@sub.domain.example.org',
    'a@demo.parvis.invalid',
  ])('%s is one', (address) => {
    expect(email(address)).toBeUndefined();
  });
  test.each([
    'mailto:sam@voiron.fr',
    'Sam <sam@voiron.fr>',
    '<sam@voiron.fr>',
    'sam@voiron.fr;lea@voiron.fr',
    'sam@voiron.fr, lea@voiron.fr',
    'sam@voiron.fr,lea@voiron.fr',
    'sam staff@voiron.fr',
    'sam@voi ron.fr',
    'sam@voiron.fr\nbcc: all@voiron.fr',
    'sam\u200b@voiron.fr',
    'sam@voiron.fr\ufeff',
    '\u202esam@voiron.fr',
    'sam\u00ad@voiron.fr',
    '"sam"@voiron.fr',
    'sam@voiron',
    'sam@@voiron.fr',
    'sam@-voiron..fr',
    '.sam@voiron.fr',
    'sam',
    '',
  ])('%j is none', (address) => {
    expect(email(address)).toMatchObject({ name: 'InvalidEmail', code: 'BAD_USER_INPUT' });
  });
});

describe('the name of a person', () => {
  test.each(['Zoé Hoarau', 'Jean-Noël d’Arc', 'N’Guyên (accueil)', 'Dr. M. Wwwong'])('%s is one', (name) => {
    expect(personName(name, 'displayName')).toBeUndefined();
  });
  test.each(['Gagnez https://evil.example', 'WWW.evil.example', 'sam@voiron.fr'])('%s leads elsewhere', (name) => {
    expect(personName(name, 'lastName')).toMatchObject({ name: 'NameHoldsAddress', field: 'lastName' });
  });
});
