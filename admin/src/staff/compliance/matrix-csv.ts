import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { byteOrderMark, csvLine } from '../../crud/list/csv';
import type { Vocabulary } from '../../crud/vocabulary';
import type { Language } from '../../i18n/i18n';
import { judgementOf, type Kind, type Report } from './model';

/** The matrix as a spreadsheet: for each obligation its state, its value and what is asked. */
export function matrixCsv(
  words: Vocabulary,
  t: TFunction,
  reports: readonly Report[],
  kinds: readonly Kind[],
  language: Language,
): string {
  const head = [
    words.one('Guichet'),
    words.one('Commune'),
    words.label('Guichet', 'level'),
    ...kinds.flatMap((kind) => {
      const name = words.code('ObligationKind', kind);
      return [name, t('compliance.csv.value', { name }), t('compliance.csv.target', { name })];
    }),
  ];
  const lines = reports.map((report) => [
    report.guichetName,
    report.communeName,
    report.level ? words.code('Level', report.level) : '',
    ...kinds.flatMap((kind) => {
      const found = judgementOf(report, kind);
      if (!found) return ['', '', ''];
      const value = found.value === null || found.value === undefined ? '' : String(found.value);
      return [words.code('ComplianceStatus', found.status), value, String(found.target)];
    }),
  ]);
  return byteOrderMark + [head, ...lines].map((line) => csvLine(line, language)).join('');
}

export function saveMatrix(
  words: Vocabulary,
  t: TFunction,
  reports: readonly Report[],
  kinds: readonly Kind[],
  year: number,
): void {
  const language: Language = i18next.language === 'en' ? 'en' : 'fr';
  const content = matrixCsv(words, t, reports, kinds, language);
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${t('compliance.csv.file')}-${year}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
