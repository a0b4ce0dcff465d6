import { ArrowRightOutlined, EditOutlined, MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resolvePath } from '../../crud/metadata';
import { pathTo } from '../../crud/registry';
import { LevelTag, ObligationTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import type { CompareReferentialsQuery } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import type { ObligationState } from '../../theme/tokens';
import './referential.css';

export type Comparison = CompareReferentialsQuery['compareReferentials'];
type Change = Comparison['changes'][number];
type Guichet = Comparison['guichets'][number];

const icons: Record<Change['kind'], ComponentType> = {
  ADDED: PlusCircleOutlined,
  REMOVED: MinusCircleOutlined,
  CHANGED: EditOutlined,
};

/** "2 ajouts, 1 retrait, 3 modifications; 4 guichets sur 37 changeraient de situation." */
export function Counts({ comparison: { counts } }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const say = (key: 'added' | 'removed' | 'changed') =>
    t(`referential.compare.${key}`, { count: counts[key], formatted: formatNumber(counts[key]) });
  const total = counts.added + counts.removed + counts.changed;
  return (
    <p>
      {total === 0
        ? t('referential.compare.same')
        : `${(['added', 'removed', 'changed'] as const)
            .filter((key) => counts[key] > 0)
            .map(say)
            .join(', ')}.`}
    </p>
  );
}

/** What differs, part by part, the two versions side by side. */
export function Changes({ comparison, names }: { comparison: Comparison; names: [string, string] }) {
  const words = useVocabulary();
  const parts = [...new Set(comparison.changes.map(({ what }) => what))];
  return (
    <div className="changes">
      {parts.length > 0 && (
        <div className="change-field change-heads" aria-hidden="true">
          <span />
          <span>{names[0]}</span>
          <span>{names[1]}</span>
        </div>
      )}
      {parts.map((part) => (
        <section key={part}>
          <h3>{words.code('ReferentialPart', part)}</h3>
          <ul className="plain-list">
            {comparison.changes
              .filter(({ what }) => what === part)
              .map((change) => (
                <ChangeLine key={`${change.code} ${change.levels.join()}`} change={change} names={names} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ChangeLine({ change, names }: { change: Change; names: [string, string] }) {
  const words = useVocabulary();
  const { kind, what, code, levels, label, fields } = change;
  const Icon = icons[kind];
  const title =
    what === 'OBLIGATION'
      ? words.code('ObligationKind', code)
      : what === 'STRICTNESS'
        ? words.label('Referential', code)
        : label;
  return (
    <li className="change">
      <div className="change-head">
        <Tag className="tag" icon={<Icon />}>
          {words.code('Difference', kind)}
        </Tag>
        <strong>{title}</strong>
        <span className="tags">
          {levels.map((level) => (
            <LevelTag key={level} level={level} />
          ))}
        </span>
      </div>
      <div className="change-fields">
        {fields.map(({ field, before, after }) => (
          <div key={field} className="change-field">
            <span className="quiet">{fieldLabel(words, what, field)}</span>
            <Said side={names[0]} value={before} field={field} absent={kind === 'ADDED'} />
            <Said side={names[1]} value={after} field={field} absent={kind === 'REMOVED'} />
          </div>
        ))}
      </div>
    </li>
  );
}

const fieldLabel = (words: ReturnType<typeof useVocabulary>, what: Change['what'], field: string): string => {
  const concept = what === 'OBLIGATION' ? 'Obligation' : what === 'STRICTNESS' ? 'Referential' : 'ReferentialItem';
  return resolvePath(concept, field) ? words.label(concept, field) : field;
};

/** What one version says; on a narrow screen under the other one, hence its name. */
function Said({ side, value, field, absent }: { side: string; value: unknown; field: string; absent: boolean }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const text = () => {
    if (value === null || value === undefined) return null;
    if (field === 'levels' && Array.isArray(value))
      return value.map((one) => words.code('Level', String(one))).join(', ');
    if (Array.isArray(value)) return value.map((one) => words.code('ReceptionMode', String(one))).join(', ');
    if (typeof value === 'number') return formatNumber(value);
    if (value === 'WARN' || value === 'REFUSE') return words.code('Strictness', value);
    return String(value);
  };
  return (
    <span className="change-said">
      <small className="quiet">{side}</small>
      {text() ?? (
        <span className="quiet">{t(absent ? 'referential.compare.absent' : 'referential.compare.nothing')}</span>
      )}
    </span>
  );
}

/** The guichets whose standing would change, each with what would change it. */
export function GuichetChanges({ comparison, year }: { comparison: Comparison; year: number }) {
  const { t } = useTranslation();
  const { guichets, counts } = comparison;
  const of = {
    count: guichets.length,
    formatted: formatNumber(guichets.length),
    judged: formatNumber(counts.judged),
    year,
  };
  return (
    <>
      <p>{t(guichets.length === 0 ? 'referential.compare.noGuichet' : 'referential.compare.guichets', of)}</p>
      {guichets.length > 0 && (
        <ul className="plain-list guichet-changes">
          {guichets.map((guichet) => (
            <GuichetLine key={guichet.guichetId} guichet={guichet} />
          ))}
        </ul>
      )}
    </>
  );
}

function Status({ state }: { state: ObligationState | null }) {
  const { t } = useTranslation();
  return state ? <ObligationTag state={state} /> : <Tag className="tag">{t('referential.compare.noObligation')}</Tag>;
}

function GuichetLine({ guichet }: { guichet: Guichet }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { guichetId, guichetName, communeName, level, before, after, reasons } = guichet;
  return (
    <li className="guichet-change">
      <div className="change-head">
        <Link to={pathTo('Guichet', guichetId)}>{guichetName}</Link>
        <span className="quiet">{communeName}</span>
        {level && <LevelTag level={level} />}
        <span className="change-move">
          <Status state={before} />
          <ArrowRightOutlined aria-label={t('referential.compare.becomes')} />
          <Status state={after} />
        </span>
      </div>
      <ul className="change-reasons">
        {reasons.map(({ kind, before: was, after: is, textBefore, textAfter }) => (
          <li key={kind}>
            <span>
              <strong>{words.code('ObligationKind', kind)}</strong>
              {t('value.colon')}
              {was ? words.code('ComplianceStatus', was) : t('referential.compare.notAsked')}
              {' → '}
              {is ? words.code('ComplianceStatus', is) : t('referential.compare.notAsked')}
            </span>
            {textAfter !== textBefore && <p className="quiet">{textAfter ?? textBefore}</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}
