import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('a line of CSV', () => {
  it('French spreadsheets get semicolons and decimal commas', () => {
    expect(csvLine(['Voiron', '0.5', '2026-03-12'], 'fr')).toBe('Voiron;0,5;2026-03-12\r\n');
  });
  it('English ones get commas and points', () => {
    expect(csvLine(['Voiron, Isère', '0.5'], 'en')).toBe('"Voiron, Isère",0.5\r\n');
  });
  it('quotes are doubled, line breaks kept', () => {
    expect(csvLine(['dit « "oui" »', 'a\nb'], 'fr')).toBe('"dit « ""oui"" »";"a\nb"\r\n');
  });
  it('a text never becomes a formula', () => {
    expect(csvLine(['=HYPERLINK("x")', '-1+2', '-12', '+33 4', '@x'], 'fr')).toBe(
      '"\'=HYPERLINK(""x"")";\'-1+2;-12;\'+33 4;\'@x\r\n',
    );
  });
});
