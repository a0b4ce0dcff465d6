import { DndContext, type DragEndEvent, DragOverlay, MouseSensor, useSensor, useSensors } from '@dnd-kit/core';
import { Grid } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { formatNumber } from '../../i18n/format';
import type { Move } from '../convention/moves';
import { BoardCard } from './BoardCard';
import { BoardColumn } from './BoardColumn';
import { type Card, type Column, columnOf, columns, moveTo } from './model';

interface Props {
  cards: readonly Card[];
  onMove: (card: Card, move: Move) => void;
}

const isColumn = (id: unknown): id is Column => columns.some((column) => column === id);

/** The conventions by state. A move is a legal transition: with the mouse from column to column, or by a card's menu. */
export function Board({ cards, onMove }: Props) {
  const wide = Grid.useBreakpoint().lg ?? true;
  const { t } = useTranslation();
  const [draggedId, setDraggedId] = useState<string>();
  // A short way before it is a drag, so that links and buttons of the card stay pressable.
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 8 } }));
  const byColumn = useMemo(() => Map.groupBy(cards, ({ version }) => columnOf(version.state)), [cards]);
  const givenUp = byColumn.get('CANCELLED') ?? [];
  const dragged = cards.find(({ id }) => id === draggedId);

  const drop = ({ over }: DragEndEvent) => {
    setDraggedId(undefined);
    if (!dragged || !isColumn(over?.id)) return;
    const move = moveTo(dragged, over.id);
    if (move && move.missing.length === 0) onMove(dragged, move);
  };

  return (
    <>
      {wide ? (
        <DndContext
          sensors={sensors}
          accessibility={silent}
          onDragStart={({ active }) => setDraggedId(String(active.id))}
          onDragCancel={() => setDraggedId(undefined)}
          onDragEnd={drop}
        >
          <div className="board">
            {columns.map((column) => (
              <BoardColumn
                key={column}
                column={column}
                cards={byColumn.get(column) ?? []}
                dragged={dragged}
                onMove={onMove}
              />
            ))}
          </div>
          <DragOverlay dropAnimation={null}>
            {dragged && (
              <div className="board-card card-dragged">
                <BoardCard card={dragged} />
              </div>
            )}
          </DragOverlay>
        </DndContext>
      ) : (
        columns.map((column) => (
          <Group key={column} state={column} cards={byColumn.get(column) ?? []} onMove={onMove} />
        ))
      )}
      {givenUp.length > 0 && (
        <details className="board-folded">
          <summary>{t('campaign.givenUp', { count: givenUp.length })}</summary>
          <ul className="board-cards">
            {givenUp.map((card) => (
              <li key={card.id} className="board-card">
                <BoardCard card={card} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** On a narrow screen: the same cards, one state after the other. */
function Group({ state, cards, onMove }: Props & { state: Column }) {
  const words = useVocabulary();
  if (cards.length === 0) return null;
  return (
    <section className="board-group" aria-labelledby={`group-${state}`}>
      <h2 id={`group-${state}`}>
        {words.code('ConventionState', state)} <span className="count">{formatNumber(cards.length)}</span>
      </h2>
      <ul className="board-cards">
        {cards.map((card) => (
          <li key={card.id} className="board-card">
            <BoardCard card={card} onMove={onMove} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Dragging is for the mouse: what it does is told by the page, not by the library in English. */
const nothing = () => undefined;
const silent = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
};
