import { describe, expect, it } from 'vitest';
import { type FieldMark, foreignField } from './docx-fields.rules.js';

const mark = (element: string, attributes: Record<string, string> = {}, ends = false): FieldMark => ({
  element,
  ends,
  attribute: (name) => attributes[name],
});
const char = (fldCharType: string) => mark('fldChar', { fldCharType });
const says = (text: string): FieldMark[] => [
  mark('instrText'),
  { ends: false, attribute: () => undefined, text },
  mark('instrText', {}, true),
];
const field = (...inner: FieldMark[]) => [char('begin'), ...inner, char('separate'), char('end')];

describe('a field of Word', () => {
  it.each([
    [' PAGE ', undefined],
    ['toc \\o "1-3"', undefined],
    ['= 2 + 2', undefined],
    ['DDEAUTO c:\\\\x', 'DDEAUTO'],
    ['includepicture "http://elsewhere"', 'includepicture'],
    ['"DDE" x', ''],
  ])('%j is taken, or named', (instruction, refused) => {
    expect(foreignField(field(...says(instruction)))).toBe(refused);
    expect(foreignField([mark('fldSimple', { instr: instruction })])).toBe(refused);
  });
  it('is put together from its runs', () => {
    expect(foreignField(field(...says('DD'), ...says('E x')))).toBe('DDE');
    expect(foreignField([char('begin'), ...says('DDE')])).toBe('DDE');
  });
  it('is refused when another field makes its name, and taken when one makes the rest', () => {
    expect(foreignField(field(...field(...says('PAGE')), ...says(' x')))).toBe('');
    expect(foreignField(field(...says('IF '), ...field(...says('PAGE')), ...says(' = 1 "a" "b"')))).toBeUndefined();
  });
  it('is looked for within one that is taken', () => {
    expect(foreignField(field(...says('IF '), ...field(...says('DDE a b'))))).toBe('DDE');
  });
});
