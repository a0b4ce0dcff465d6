import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellProps } from '../../crud/define';
import { valueAt } from '../../crud/row';
import { Value } from '../../crud/value/Value';
import { useDecisions } from '../home/staff/use-decisions';
import './meeting.css';

/** What became of a declared participation; what waits is decided right in the list. */
export function ConfirmationCell({ row }: CellProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const readAgain = useCallback(() => void client.invalidateQueries(), [client]);
  const { taken, decide } = useDecisions(readAgain);
  if (valueAt(row, 'confirmation') !== 'PENDING')
    return <Value concept="Attendance" row={row} path="confirmation" dense />;
  if (taken.has(row.id)) return <span className="quiet">{t('meeting.sheet.decided')}</span>;
  const name = `${valueAt(row, 'agent.firstName')} ${valueAt(row, 'agent.lastName')}`;
  const declaration = { id: row.id, revision: row.revision ?? 0, name };
  return (
    <span className="confirmation-cell">
      <Button
        size="small"
        aria-label={t('home.declaration.confirmOf', { name })}
        onClick={() => decide(declaration, 'confirm')}
      >
        {t('home.declaration.confirm')}
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={t('home.declaration.refuseOf', { name })}
        onClick={() => decide(declaration, 'refuse')}
      >
        {t('home.declaration.refuse')}
      </Button>
    </span>
  );
}
