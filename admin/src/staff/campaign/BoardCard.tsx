import { ExclamationCircleOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../crud/registry';
import { CodeTag, LevelTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import { useEnumeration } from '../convention/enumeration';
import type { Move } from '../convention/moves';
import { AdvanceMenu, linkId } from './AdvanceMenu';
import { type Card, lacking } from './model';

interface Props {
  card: Card;
  onMove?: (card: Card, move: Move) => void;
}

/** A convention of the campaign: whose, at which level, what it lacks, and what may be done. */
export const BoardCard = memo(function BoardCard({ card, onMove }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const enumerate = useEnumeration();
  const { guichet, version, number } = card;
  const needs = lacking(card);
  const binds = version.state === 'SIGNED' || version.state === 'TERMINATED';
  return (
    <>
      <h3>
        <Link id={onMove && linkId(card.id)} to={pathTo('Convention', card.id)} draggable={false}>
          {guichet.name}
        </Link>
      </h3>
      <p className="quiet card-of">
        {guichet.commune.name}
        {' · '}
        <span className="nowrap">{number}</span>
      </p>
      {needs.length > 0 && (
        <p className="card-lacks">
          <ExclamationCircleOutlined aria-hidden />{' '}
          {t('campaign.lacks', { what: enumerate(needs.map((need) => words.code('ConventionNeed', need))) })}
        </p>
      )}
      <div className="card-foot">
        <span className="tags">
          <LevelTag level={version.level} />
          {binds && <CodeTag list="ConventionStatus" value={version.status} />}
        </span>
        {onMove && version.availableTransitions.length > 0 && <AdvanceMenu card={card} onMove={onMove} />}
      </div>
    </>
  );
});
