import { useQuery } from '@tanstack/react-query';
import { App, Button, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../crud/define';
import { titleOf, valueAt } from '../../crud/row';
import { EndAccountDocument, ReopenAccountDocument, WhoAmIDocument } from '../../generated/graphql';
import { execute } from '../../providers/graphql';
import { useRole } from '../../shell/session-context';
import { AddressDialog } from './AddressDialog';
import { useAttempt, useNewLink } from './use-new-link';

/** What can be done with an account: a new link, another address, the end of its access, its reopening. */
export function AccountActions({ row }: PageProps) {
  const { t } = useTranslation();
  const role = useRole();
  const { modal, message } = App.useApp();
  const attempt = useAttempt();
  const newLink = useNewLink();
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
          await message.success(t('account.end.done', { name }));
        }),
    });
  const reopen = async () => {
    setBusy(true);
    await attempt('reopen', async () => {
      await execute(ReopenAccountDocument, { id, revision });
      await message.success(t('account.reopen.done', { name }));
    });
    setBusy(false);
  };

  return (
    <>
      {ended ? (
        <Button type="primary" loading={busy} onClick={reopen}>
          {t('account.reopen.button')}
        </Button>
      ) : (
        <Space wrap>
          <Button onClick={() => newLink.ask({ id, name })}>{t('account.reset.button')}</Button>
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
          onGiven={(given) => {
            setAddressing(false);
            newLink.show(given);
          }}
        />
      )}
      {newLink.dialog}
    </>
  );
}
