import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccountGivenFragment, ResetAccountDocument } from '../../generated/graphql';
import { codeOf } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { GivenLink } from './GivenLink';
import './account.css';

/** What is done with an account: a refusal is told in a dialog that says what was not done, and all is read again. */
export function useAttempt(): (work: 'reset' | 'end' | 'reopen', run: () => Promise<unknown>) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { modal } = App.useApp();
  return async (work, run) => {
    try {
      await run();
    } catch (error) {
      if (codeOf(error) === 'UNAUTHENTICATED') return;
      modal.warning({
        title: t(`account.${work}.failed`),
        content: error instanceof Error && error.message ? error.message : t('errors.unexpected'),
        okText: t('actions.understood'),
      });
    } finally {
      await client.invalidateQueries();
    }
  };
}

interface NewLink {
  /** Makes one once somebody has said so. */
  ask: (account: { id: string; name: string }) => void;
  /** Tells of one that is made. */
  show: (given: AccountGivenFragment) => void;
  /** Stands in the page. */
  dialog: ReactNode;
}

/** A new link for an account: gone by mail to its owner, or shown. */
export function useNewLink(): NewLink {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const [given, setGiven] = useState<AccountGivenFragment>();
  const ask = ({ id, name }: { id: string; name: string }) =>
    void modal.confirm({
      title: t('account.reset.title', { name }),
      content: t('account.reset.text', { name }),
      okText: t('account.reset.confirm'),
      cancelText: t('actions.cancel'),
      onOk: () => attempt('reset', async () => setGiven((await execute(ResetAccountDocument, { id })).resetAccount)),
    });
  const dialog = (
    <Modal
      open={given !== undefined}
      title={
        given &&
        t(given.link ? 'account.link.title.new' : 'account.link.title.mailed', { name: given.account.displayName })
      }
      okText={t(given?.link ? 'account.link.done' : 'actions.understood')}
      okType="default"
      cancelButtonProps={{ style: { display: 'none' } }}
      // A press beside it would lose a link that cannot be shown again.
      maskClosable={false}
      onOk={() => setGiven(undefined)}
      onCancel={() => setGiven(undefined)}
    >
      {given && <GivenLink given={given} />}
    </Modal>
  );
  return { ask, show: setGiven, dialog };
}
