import { type FormEvent, useRef, useState } from 'react';
import { type OpeningHours, weekdays, wrongDay } from '../../../opening-hours.js';
import { capital, weekdayName } from '../../kit/format.js';
import { Icon } from '../../kit/icons.js';
import { useLocale } from '../../kit/language.js';
import { Button, FailureNotice, Notice } from '../../kit/parts.js';
import { Failure } from '../../kit/request.js';
import { useChange } from '../context.js';
import { Held } from './Held.js';
import { Inputs } from './Inputs.js';
import { useKept } from './kept.js';
import {
  asNumber,
  type FieldName,
  hoursOf,
  isTypedHours,
  kinds,
  type TypedHours,
  typedHours,
  type Version,
  wrongNumber,
} from './model.js';
import { correctVersion } from './operations.js';
import { useReviewTexts } from './texts.js';

interface Props {
  readonly version: Version;
  readonly field: FieldName;
  /** Where what is typed is kept. */
  readonly kept: string;
  /** Its remark was closed meanwhile: what is typed stays, and cannot be saved. */
  readonly locked: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** What is typed: texts as they stand, the rest as the API takes it. */
export type Typed = string | boolean | string[] | TypedHours;

/** What the inputs begin with. */
function start(version: Version, field: FieldName, comma: boolean): Typed {
  const value = version[field];
  const kind = kinds[field];
  if (kind === 'hours') return typedHours(value as OpeningHours | null);
  if (kind === 'truth') return value === true;
  if (kind === 'missions' || kind === 'competences' || kind === 'modes')
    return Array.isArray(value) ? value.map(String) : [];
  const text = value === null || value === undefined ? '' : String(value);
  return kind === 'number' && comma ? text.replace('.', ',') : text;
}

/** One point changed, the rest of the convention untouched. Somebody else's change is shown, and what was typed stays. */
export function Correction({ version, field, kept, locked, onChanged, onClose }: Props) {
  const t = useReviewTexts();
  const { locale } = useLocale();
  const [typed, setTyped] = useKept<Typed>(kept);
  const [opened] = useState(() => JSON.stringify(version[field]));
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const correcting = useChange(correctVersion, onChanged);
  const kind = kinds[field];
  // What was typed before hours had weeks is of another shape: begun again.
  const usable = typed !== null && (kind !== 'hours' || isTypedHours(typed));
  const value = usable ? typed : start(version, field, locale === 'fr');
  const required = field === 'startsOn' || field === 'endsOn';
  const stale = correcting.failure instanceof Failure && correcting.failure.code === 'CONFLICT';
  const changedMeanwhile = JSON.stringify(version[field]) !== opened;

  const mistake = (): string | null => {
    if (kind === 'hours') {
      const day = wrongDay(hoursOf(value as TypedHours).slots);
      return day ? t('correct.hours', { day: capital(weekdayName(weekdays.indexOf(day), locale)) }) : null;
    }
    const text = typeof value === 'string' ? value.trim() : null;
    const wrongly = kind === 'number' && text ? wrongNumber(field, text) : null;
    if (wrongly) return t(wrongly === 'WHOLE' ? 'correct.whole' : 'correct.number');
    return required && text === '' ? t('correct.day') : null;
  };

  const given = (): unknown => {
    if (kind === 'hours') return hoursOf(value as TypedHours);
    if (typeof value !== 'string') return value;
    if (value.trim() === '') return null;
    return kind === 'number' ? asNumber(value) : value.trim();
  };

  const close = () => {
    setTyped(null);
    onClose();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (locked) return;
    const found = mistake();
    setWrong(found);
    if (found) return form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    if (await correcting.send({ id: version.id, revision: version.revision, input: { [field]: given() } })) close();
  };

  return (
    <form className="stack stack-close correction" ref={form} onSubmit={submit} noValidate>
      <Inputs
        version={version}
        field={field}
        value={value}
        label={t(`ConventionVersion.${field}`)}
        onChange={setTyped}
      />
      {locked ? (
        <Notice tone="warn" alert>
          <p>{t('correct.locked')}</p>
        </Notice>
      ) : null}
      {wrong ? (
        <p className="field-wrong" role="alert">
          <Icon name="warning" />
          <span>{wrong}</span>
        </p>
      ) : null}
      {stale ? (
        <Notice tone="warn" alert>
          <p>{t('correct.stale')}</p>
          {changedMeanwhile ? (
            <div>
              <p>{t('correct.theirs')}</p>
              <Held version={version} field={field} />
            </div>
          ) : null}
        </Notice>
      ) : correcting.failure ? (
        <FailureNotice failure={correcting.failure} writing />
      ) : null}
      <div className="buttons">
        {locked ? null : (
          <Button submit main sending={correcting.sending}>
            {t('correct.save')}
          </Button>
        )}
        <Button plain onPress={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
