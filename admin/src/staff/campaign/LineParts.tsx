import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { LevelTag } from '../../crud/value/tags';
import { capital, useVocabulary } from '../../crud/vocabulary';
import { formatDay, formatShortDay } from '../../i18n/format';
import { isLevel, levels } from '../referential/items';
import type { Choice, Line } from './model';

/** What a line's controls are given. */
export interface LineProps {
  line: Line;
  choice: Choice;
  onChoose: (guichetId: string, choice: Choice) => void;
}

/** The guichet, its commune and who carries it. */
export function LineName({ line }: { line: Line }) {
  return (
    <>
      <Link to={pathTo('Guichet', line.guichetId)} className="line-name">
        {line.guichetName}
      </Link>
      <small className="quiet">
        {line.organisationName.includes(line.communeName)
          ? line.organisationName
          : `${line.communeName} · ${line.organisationName}`}
      </small>
    </>
  );
}

/** Where the guichet stands today. */
export function Current({ line }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <span className="line-current">
      {line.currentLevel ? (
        <LevelTag level={line.currentLevel} />
      ) : (
        <span className="quiet">{t('campaign.noLevel')}</span>
      )}
      <small className="quiet">
        {line.currentConventionNumber && line.currentEndsOn
          ? t('campaign.until', { number: line.currentConventionNumber, day: formatShortDay(line.currentEndsOn) })
          : t('campaign.noConvention')}
      </small>
    </span>
  );
}

/** The level to prepare. Choosing one takes the guichet in. */
export function LevelChoice({ line, choice, onChoose }: LineProps) {
  const { t } = useTranslation();
  const words = useVocabulary();
  if (line.verdict === 'LEFT_OUT') return null;
  return (
    <select
      className="level-choice"
      aria-label={t('campaign.levelOf', { name: line.guichetName })}
      value={choice.level ?? ''}
      onChange={({ target: { value } }) => {
        if (isLevel(value)) onChoose(line.guichetId, { taken: true, level: value });
      }}
    >
      {choice.level === null && <option value="">{t('campaign.chooseLevel')}</option>}
      {levels.map((level) => (
        <option key={level} value={level}>
          {words.code('Level', level)}
        </option>
      ))}
    </select>
  );
}

export function TakeBox({ line, choice, onChoose }: LineProps) {
  const { t } = useTranslation();
  if (line.verdict === 'LEFT_OUT') return null;
  return (
    <input
      type="checkbox"
      className="take-box"
      aria-label={t('campaign.take', { name: line.guichetName })}
      checked={choice.taken}
      disabled={choice.level === null}
      onChange={({ target }) => onChoose(line.guichetId, { ...choice, taken: target.checked })}
    />
  );
}

/** Why, in words; what stands in the way can be opened. */
export function Reasons({ line }: { line: Line }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const said = line.reasons.map((reason) => words.code('CampaignReason', reason)).join(', ');
  return (
    <span className="line-reasons">
      {capital(said)}
      {line.obstacleId && line.obstacleNumber && line.obstacleEndsOn && (
        <>
          {'. '}
          <Link to={pathTo('Convention', line.obstacleId)}>
            {t('campaign.obstacle', { number: line.obstacleNumber, day: formatDay(line.obstacleEndsOn) })}
          </Link>
        </>
      )}
      {line.closedOn && line.verdict === 'LEFT_OUT' && <> ({formatDay(line.closedOn)})</>}
    </span>
  );
}
