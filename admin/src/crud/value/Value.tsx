import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatInstant, formatNumber, formatShortDay, formatTime } from '../../i18n/format';
import { useRole } from '../../shell/session-context';
import { type ConceptName, conceptOf, type Field, fieldAt } from '../metadata';
import { pathTo, resourceOf } from '../registry';
import { relatedAt, valueAt } from '../row';
import { useVocabulary, type Vocabulary } from '../vocabulary';
import { asOpeningHours, groupDays, weeklyHours } from './opening-hours';
import { CodeTag } from './tags';
import { useSlotWords } from './use-slot-words';

/** What nobody entered is said to be so: it is neither "no" nor zero. */
export function NotEntered() {
  const { t } = useTranslation();
  return <span className="not-entered">{t('value.notEntered')}</span>;
}

interface Props {
  concept: ConceptName;
  row: unknown;
  path: string;
  /** In a table: figures and days line up, what is missing is a dash. */
  dense?: boolean;
}

/** A value of a row, in the look of its kind. */
export function Value({ concept, row, path, dense = false }: Props): ReactNode {
  const { t } = useTranslation();
  const { field, name, owner } = fieldAt(concept, path);
  const value = valueAt(row, path);
  if (value === null || value === undefined || value === '')
    return dense ? (
      <span className="not-entered" title={t('value.notEntered')}>
        –
      </span>
    ) : (
      <NotEntered />
    );
  if (field.kind === 'one') return <Related concept={concept} row={row} path={path} />;
  if (field.kind === 'boolean') return <Truth value={value === true} />;
  if (field.kind === 'code' && field.enum) return <CodeTag list={field.enum} value={String(value)} />;
  if (field.kind === 'codes' && Array.isArray(value))
    return <Codes field={field} values={value.map(String)} dense={dense} />;
  if (field.kind === 'texts' && Array.isArray(value)) return <Texts texts={value.map(String)} dense={dense} />;
  if (field.kind === 'json' && name === 'openingHours') return <Hours value={value} />;
  if (field.kind === 'json' && name === 'signatories' && Array.isArray(value)) return <Signatories people={value} />;
  if (field.kind === 'longtext') return dense ? String(value) : <Prose text={String(value)} />;
  if (typeof value === 'string' && name === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  if (typeof value === 'string' && name === 'telephone')
    return <a href={`tel:${value.replaceAll(' ', '')}`}>{value}</a>;
  if (typeof value === 'string' && (field.kind === 'url' || /^https:\/\//.test(value)))
    return <Outside address={value} />;
  return <Plain field={field} value={value} dense={dense} owner={owner} name={name} />;
}

const fixed = new Set(['siren', 'inseeCode', 'number', 'successorCode']);

function Plain({
  field,
  value,
  dense,
  name,
}: {
  field: Field;
  value: unknown;
  dense: boolean;
  owner: ConceptName;
  name: string;
}) {
  if (typeof value === 'number') return <span className="figure">{formatNumber(value, field.scale)}</span>;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field.kind === 'date')
    return <span className="figure nowrap">{dense ? formatShortDay(value) : formatDay(value)}</span>;
  if (field.kind === 'datetime') return <span className="figure nowrap">{formatInstant(value)}</span>;
  if (field.kind === 'time') return <span className="figure nowrap">{formatTime(value)}</span>;
  return fixed.has(name) ? <span className="figure nowrap">{value}</span> : value;
}

function Truth({ value }: { value: boolean }) {
  const { t } = useTranslation();
  return <span className={value ? undefined : 'quiet'}>{t(value ? 'value.yes' : 'value.no')}</span>;
}

function Prose({ text }: { text: string }) {
  return <div className="prose">{text}</div>;
}

function Outside({ address }: { address: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {new URL(address).host}
    </a>
  );
}

function Related({ concept, row, path }: Props) {
  const role = useRole();
  const related = relatedAt(concept, row, path);
  if (!related) return null;
  const open = resourceOf(related.concept)?.page && conceptOf(related.concept).roles.read.includes(role);
  return open ? <Link to={pathTo(related.concept, related.id)}>{related.title}</Link> : related.title;
}

function Codes({ field, values, dense }: { field: Field; values: string[]; dense: boolean }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const list = field.enum;
  // Some lists are feminine in French.
  if (!list || values.length === 0)
    return <span className="quiet">{t('value.none', list ? { context: list } : {})}</span>;
  if (list === 'Level')
    return (
      <span className="tags">
        {values.map((value) => (
          <CodeTag key={value} list={list} value={value} />
        ))}
      </span>
    );
  if (dense) return values.map((value) => words.code(list, value)).join(', ');
  return (
    <ul className="plain-list">
      {values.map((value) => (
        <li key={value}>{words.code(list, value)}</li>
      ))}
    </ul>
  );
}

function Texts({ texts, dense }: { texts: string[]; dense: boolean }) {
  const { t } = useTranslation();
  if (texts.length === 0) return <span className="quiet">{t('value.none')}</span>;
  return dense ? (
    texts.join(', ')
  ) : (
    <ul className="plain-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Who signed, as they are read: name, quality, party. */
function Signatories({ people }: { people: { name: string; quality?: string | null; party: string }[] }) {
  return (
    <ul className="plain-list">
      {people.map(({ name, quality, party }) => (
        <li key={`${name} ${party}`}>{[name, quality, party].filter(Boolean).join(', ')}</li>
      ))}
    </ul>
  );
}

function Hours({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const say = useSlotWords();
  const hours = asOpeningHours(value);
  if (!hours) return <NotEntered />;
  const groups = groupDays(hours);
  return (
    <div>
      {groups.length === 0 ? (
        <span className="quiet">{t('hours.closed')}</span>
      ) : (
        <ul className="plain-list figure">
          {groups.map(({ from, to, slots }) => (
            <li key={from}>
              {from === to
                ? words.code('Weekday', from)
                : t('hours.range', { from: words.code('Weekday', from), to: words.code('Weekday', to) })}
              {t('value.colon')}
              {slots
                .map(say)
                .join(
                  slots.some(({ weeks, byAppointment }) => weeks !== 'ALL' || byAppointment) ? t('hours.then') : ', ',
                )}
            </li>
          ))}
        </ul>
      )}
      {hours.remark && <div>{hours.remark}</div>}
      {groups.length > 0 && (
        <div className="quiet">{t('hours.weekly', { hours: formatNumber(weeklyHours(hours), 1) })}</div>
      )}
    </div>
  );
}

/** A value as plain text, for exports and titles. Days and figures stay as the API writes them. */
export function asText(
  words: Vocabulary,
  truth: { yes: string; no: string },
  concept: ConceptName,
  row: unknown,
  path: string,
): string {
  const { field } = fieldAt(concept, path);
  const value = valueAt(row, path);
  if (value === null || value === undefined) return '';
  if (field.kind === 'one') return relatedAt(concept, row, path)?.title ?? '';
  if (field.kind === 'boolean') return value === true ? truth.yes : truth.no;
  const code = (one: unknown) => (field.enum ? words.code(field.enum, String(one)) : String(one));
  if (field.kind === 'code') return code(value);
  if (Array.isArray(value)) return value.map(code).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
