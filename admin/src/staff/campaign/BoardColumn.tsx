import { useDraggable, useDroppable } from '@dnd-kit/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import { useEnumeration } from '../convention/enumeration';
import type { Move } from '../convention/moves';
import { BoardCard } from './BoardCard';
import { type Card, type Column, columnOf, moveTo } from './model';

interface Props {
  column: Column;
  cards: readonly Card[];
  /** The card that is being dragged. */
  dragged: Card | undefined;
  onMove: (card: Card, move: Move) => void;
}

/** A state and its conventions. While a card is dragged, it says whether the card may come. */
export function BoardColumn({ column, cards, dragged, onMove }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const enumerate = useEnumeration();
  const own = dragged && columnOf(dragged.version.state) === column;
  const move = dragged && !own ? moveTo(dragged, column) : undefined;
  const open = move !== undefined && move.missing.length === 0;
  const { setNodeRef, isOver } = useDroppable({ id: column, disabled: !open });
  const state = !dragged || own ? '' : open ? (isOver ? 'column-over' : 'column-open') : 'column-closed';
  const says =
    !dragged || own || open
      ? undefined
      : move
        ? t('campaign.lacks', { what: enumerate(move.missing.map((need) => words.code('ConventionNeed', need))) })
        : t('campaign.notHere', { state: words.code('ConventionState', dragged.version.state) });
  const titleId = `column-${column}`;
  return (
    <section ref={setNodeRef} className={`board-column ${state}`} aria-labelledby={titleId}>
      <h2 id={titleId}>
        {words.code('ConventionState', column)} <span className="count">{formatNumber(cards.length)}</span>
      </h2>
      {says && <p className="column-says">{says}</p>}
      <ul className="board-cards">
        {cards.map((card) => (
          <DraggableCard key={card.id} card={card} onMove={onMove} />
        ))}
      </ul>
      {cards.length === 0 && !says && <p className="quiet column-empty">{t('campaign.emptyColumn')}</p>}
    </section>
  );
}

/** Draggable by the mouse; the keyboard has the card's menu, so that nothing else is put in its way. */
const DraggableCard = memo(function DraggableCard({ card, onMove }: Pick<Props, 'onMove'> & { card: Card }) {
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: card.id,
    disabled: card.version.availableTransitions.length === 0,
  });
  const moves = card.version.availableTransitions.length > 0;
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      className={`board-card ${moves ? 'card-moves' : ''} ${isDragging ? 'card-away' : ''}`}
    >
      <BoardCard card={card} onMove={onMove} />
    </li>
  );
});
