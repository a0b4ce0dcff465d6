import { DownOutlined } from '@ant-design/icons';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { useEnumeration } from '../convention/enumeration';
import { inOrder, type Move } from '../convention/moves';
import type { Card } from './model';

interface Props {
  card: Card;
  onMove: (card: Card, move: Move) => void;
}

/** Id of the button of a card: the focus comes back to it once the card has moved. */
export const menuId = (cardId: string): string => `advance-${cardId}`;
/** Id of its link, for a card that moves no more. */
export const linkId = (cardId: string): string => `open-${cardId}`;

/**
 * The next legal steps of a convention, for the keyboard as for the mouse. A step that lacks something says what, and leads
 * to where it is filled in. The menu itself is made when it is opened: a board has hundreds of these buttons.
 */
export function AdvanceMenu({ card, onMove }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const button = (
    <button
      type="button"
      id={menuId(card.id)}
      className="advance"
      aria-haspopup="menu"
      aria-expanded={opened}
      aria-label={t('campaign.advanceOne', { name: card.guichet.name })}
      onClick={() => setOpened(true)}
    >
      {t('campaign.advance')} <DownOutlined aria-hidden />
    </button>
  );
  if (!opened) return button;
  return (
    <OpenMenu card={card} onMove={onMove} onClose={() => setOpened(false)}>
      {button}
    </OpenMenu>
  );
}

function OpenMenu({ card, onMove, onClose, children }: Props & { onClose: () => void; children: React.ReactNode }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const enumerate = useEnumeration();
  const navigate = useNavigate();
  const page = pathTo('Convention', card.id);
  const { main, others, endings } = inOrder(card.version.availableTransitions);
  const item = (move: Move) => ({
    key: move.transition,
    danger: endings.includes(move),
    label: (
      <span className="option">
        {words.code('ConventionTransition', move.transition)}
        {move.missing.length > 0 && (
          <small>
            {t('campaign.lacks', { what: enumerate(move.missing.map((need) => words.code('ConventionNeed', need))) })}
          </small>
        )}
      </span>
    ),
    onClick: () => (move.missing.length > 0 ? navigate(page) : onMove(card, move)),
  });
  const items: MenuProps['items'] = [
    ...[...(main ? [main] : []), ...others].map(item),
    ...endings.map(item),
    { type: 'divider' },
    { key: 'open', label: t('campaign.open'), onClick: () => void navigate(page) },
  ];
  const close = () => {
    onClose();
    document.getElementById(menuId(card.id))?.focus();
  };
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      menu={{ items, onClick: close, onKeyDown: (event) => event.key === 'Escape' && close() }}
      onOpenChange={(open) => !open && onClose()}
    >
      {children}
    </Dropdown>
  );
}
