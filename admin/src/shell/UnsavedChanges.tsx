import { useWarnAboutChange } from '@refinedev/core';
import { Button, Modal } from 'antd';
import { useCallback, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/**
 * Asks before one leaves a page with something typed and not saved. Refine keeps whether there is something; its own
 * UnsavedChangesNotifier does not hear the browser's way back, nor an address that replaces this one, and asks in a box of the browser.
 */
export function UnsavedChangesNotifier() {
  const { warnWhen } = useWarnAboutChange();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => warnWhen && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!warnWhen) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [warnWhen]);

  return (
    <LeaveDialog
      open={blocker.state === 'blocked'}
      onStay={() => blocker.reset?.()}
      onLeave={() => blocker.proceed?.()}
    />
  );
}

/** Tells the notifier whether something typed here is not saved yet; nothing is any more once the page or form is closed. */
export function useUnsavedChanges() {
  const { setWarnWhen } = useWarnAboutChange();
  useEffect(() => () => setWarnWhen(false), [setWarnWhen]);
  return {
    setUnsaved: setWarnWhen,
    /** Everything is saved, and the page may be left in the same breath. */
    allSaved: useCallback(() => flushSync(() => setWarnWhen(false)), [setWarnWhen]),
  };
}

interface Props {
  open: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** What is typed is lost by leaving: does one? The cross and Escape stay. */
export function LeaveDialog({ open, onStay, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t('leave.title')}
      onCancel={onStay}
      footer={
        <>
          <Button danger onClick={onLeave}>
            {t('leave.leave')}
          </Button>
          <Button type="primary" onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      {t('leave.text')}
    </Modal>
  );
}
