import type { Language } from '../../i18n/i18n';

/** A spreadsheet takes a cell that begins so for a formula: it is made a text by an apostrophe. */
const formula = /^[=+\-@\t\r]/;
const number = /^-?\d+(\.\d+)?$/;

/** How spreadsheets of a language read CSV: French ones want semicolons and decimal commas. */
const dialects: Record<Language, { separator: string; decimal: string }> = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

function cell(text: string, separator: string, decimal: string): string {
  if (number.test(text)) return text.includes('.') ? text.replace('.', decimal) : text;
  const safe = formula.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, ended as RFC 4180 says. */
export function csvLine(cells: readonly string[], language: Language): string {
  const { separator, decimal } = dialects[language];
  return `${cells.map((text) => cell(text, separator, decimal)).join(separator)}\r\n`;
}

/** Tells spreadsheets that the text is UTF-8. */
export const byteOrderMark = '\uFEFF';
