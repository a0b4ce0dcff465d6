import { sizeInWords } from '../kit/format.js';
import { useLocale } from '../kit/language.js';
import { type KeptPdf, papersOf } from './papers.js';
import { useTexts } from './texts.js';

interface Props {
  /** A version whose text is settled: to sign, or signed. */
  readonly version: { readonly id: string; readonly files: { readonly nodes: readonly KeptPdf[] } };
}

/** The documents of a convention, to take away: as kept; for one of before they were, made when it is asked for, which is said. */
export function Papers({ version }: Props) {
  const t = useTexts();
  const { locale } = useLocale();
  const { sent, signed } = papersOf(version.files.nodes);
  const link = (words: string, file: KeptPdf | null) =>
    file ? (
      <li>
        <a href={`/documents/files/${file.id}`} download>
          {words} <span className="size">{t('paper.size', { size: sizeInWords(file.size, locale) })}</span>
        </a>
      </li>
    ) : null;
  if (!sent && !signed)
    return (
      <div className="papers no-print">
        <a href={`/documents/convention-versions/${version.id}.pdf`} download>
          {t('paper.made')}
        </a>
        <p className="soft small">{t('paper.madeWhy')}</p>
      </div>
    );
  return (
    <ul className="papers no-print">
      {link(t('paper.signed'), signed)}
      {link(t('paper.sent'), sent)}
    </ul>
  );
}
