import { Modal } from 'antd';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before leaving a form with something typed and not saved. */
export function LeaveGuard({ dirty }: { dirty: RefObject<boolean> }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  return (
    <LeaveDialog
      open={blocker.state === 'blocked'}
      onStay={() => blocker.reset?.()}
      onLeave={() => blocker.proceed?.()}
    />
  );
}

interface Props {
  open: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** What is typed is lost by leaving: does one? */
export function LeaveDialog({ open, onStay, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t('leave.title')}
      okText={t('leave.stay')}
      cancelText={t('leave.leave')}
      cancelButtonProps={{ danger: true }}
      onOk={onStay}
      // The cross and Escape stay; only the button leaves.
      onCancel={(event) => ((event.target as HTMLElement).closest('.ant-modal-footer') ? onLeave() : onStay())}
    >
      {t('leave.text')}
    </Modal>
  );
}
