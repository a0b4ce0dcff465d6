import { Modal, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { CampaignVersionDocument } from '../../generated/graphql';
import { usePage } from '../../providers/use-read';
import { MoveDialog } from '../convention/MoveDialog';
import type { Given, Move } from '../convention/moves';
import type { Card } from './model';

interface Props {
  card: Card;
  move: Move;
  onCancel: () => void;
  /** Rejects with the API's refusal. */
  onGive: (given: Given) => Promise<void>;
}

/** The dialog of the convention's own page, for what a move asks: its content is read when it opens. */
export function AskedMove({ card, move, onCancel, onGive }: Props) {
  const { t } = useTranslation();
  const { data, error } = usePage('CampaignVersion', CampaignVersionDocument, { id: card.version.id });
  const version = data?.conventionVersion;
  if (version)
    return (
      <MoveDialog
        move={move}
        version={version}
        parties={[version.epci.name, version.guichet.organisation.name]}
        onCancel={onCancel}
        onGive={onGive}
      />
    );
  return (
    <Modal open footer={null} title={card.guichet.name} onCancel={onCancel}>
      {error ? <p role="alert">{error.message || t('errors.unexpected')}</p> : <Skeleton active />}
    </Modal>
  );
}
