import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AccountGivenFragment,
  EndAccountDocument,
  ReopenAccountDocument,
  ResetAccountDocument,
  WhoAmIDocument,
} from '../generated/graphql';
import { codeOf } from '../providers/errors';
import { execute } from '../providers/graphql';
import type { PageProps } from '../resource/define';
import { titleOf, valueAt } from '../resource/row';
import { useRole } from '../shell/session-context';
import './account.css';
import { AddressDialog } from './AddressDialog';
import { GivenLink } from './GivenLink';

/** What can be done with an account: a new link, another address, the end of its access, its reopening. */
export function AccountActions({ row }: PageProps) {
  const { t } = useTranslation();
  const role = useRole();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const [given, setGiven] = useState<AccountGivenFragment>();
  const [addressing, setAddressing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { data: me } = useQuery({
    queryKey: ['read', 'WhoAmI'],
    queryFn: ({ signal }) => execute(WhoAmIDocument, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { id, revision = 0 } = row;
  const name = titleOf('Account', row);
  const ended = valueAt(row, 'endedAt') !== null;
  const own = me?.me?.id === id;
  if (role !== 'EPCI_STAFF' && role !== 'ADMIN') return null;

  const attempt = async (work: 'reset' | 'end' | 'reopen', run: () => Promise<unknown>) => {
    setBusy(true);
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
      setBusy(false);
      await client.invalidateQueries();
    }
  };
  const reset = () =>
    modal.confirm({
      title: t('account.reset.title', { name }),
      content: t('account.reset.text', { name }),
      okText: t('account.reset.confirm'),
      cancelText: t('actions.cancel'),
      onOk: () => attempt('reset', async () => setGiven((await execute(ResetAccountDocument, { id })).resetAccount)),
    });
  const end = () =>
    modal.confirm({
      title: t('account.end.title', { name }),
      content: t('account.end.text', { name }),
      okText: t('account.end.confirm'),
      okButtonProps: { danger: true },
      cancelText: t('account.end.keep'),
      onOk: () =>
        attempt('end', async () => {
          await execute(EndAccountDocument, { id, revision });
          message.success(t('account.end.done', { name }));
        }),
    });
  const reopen = () =>
    attempt('reopen', async () => {
      await execute(ReopenAccountDocument, { id, revision });
      message.success(t('account.reopen.done', { name }));
    });

  return (
    <>
      {ended ? (
        <Button type="primary" loading={busy} onClick={reopen}>
          {t('account.reopen.button')}
        </Button>
      ) : (
        <Space wrap>
          <Button onClick={reset}>{t('account.reset.button')}</Button>
          {!own && <Button onClick={() => setAddressing(true)}>{t('account.address.button')}</Button>}
          {/* The reason is read with the button, not only seen over it. */}
          <Tooltip title={own ? t('account.end.own') : undefined}>
            <Button
              disabled={own || !me}
              aria-label={own ? `${t('account.end.button')}. ${t('account.end.own')}` : undefined}
              onClick={end}
            >
              {t('account.end.button')}
            </Button>
          </Tooltip>
        </Space>
      )}
      {addressing && (
        <AddressDialog
          row={row}
          onCancel={() => setAddressing(false)}
          onGiven={(made) => {
            setAddressing(false);
            setGiven(made);
          }}
        />
      )}
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
    </>
  );
}
