import type { OpeningHours } from '../../../opening-hours.js';
import { dayWithoutWeekday, numberInWords } from '../../kit/format.js';
import { useLocale } from '../../kit/language.js';
import { Week } from '../DeskFacts.js';
import { useTexts } from '../texts.js';
import { competences, type FieldName, kinds, levels, modes, type Version } from './model.js';
import { useReviewTexts } from './texts.js';

interface Props {
  readonly version: Version;
  readonly field: FieldName;
  /** Another value than the version's own. */
  readonly value?: unknown;
}

/** A field of a convention in words. */
export function Held({ version, field, value = version[field] }: Props) {
  const t = useTexts();
  const own = useReviewTexts();
  const { locale } = useLocale();
  // What an avenant changed names a relation, the version holds it.
  if (field === 'referential') return typeof value === 'string' ? value : version.referential.name;
  if (value === null || value === undefined || value === '') return <span className="soft">{own('nothing')}</span>;
  const kind = kinds[field];
  if (kind === 'hours') return <Week hours={value as OpeningHours} />;
  if (kind === 'level') {
    const level = levels.find((one) => one === value);
    return level ? t(`Level.${level}`) : String(value);
  }
  if (kind === 'truth') return t(value === true ? 'desk.yes' : 'desk.no');
  if (kind === 'number') return numberInWords(Number(value), locale);
  if (kind === 'day') return dayWithoutWeekday(String(value), locale);
  if (!Array.isArray(value)) return <span className="lines">{String(value)}</span>;
  if (value.length === 0) return <span className="soft">{own('none.listed')}</span>;
  const label = (code: unknown): string => {
    if (kind === 'missions')
      return version.referential.items.nodes.find((item) => item.code === code)?.label ?? String(code);
    const mode = modes.find((one) => one === code);
    if (mode) return t(`ReceptionMode.${mode}`);
    const competence = competences.find((one) => one === code);
    return competence ? own(`Competence.${competence}`) : String(code);
  };
  return (
    <ul className="listed">
      {value.map((code) => (
        <li key={String(code)}>{label(code)}</li>
      ))}
    </ul>
  );
}
