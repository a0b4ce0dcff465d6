import { DeleteOutlined } from '@ant-design/icons';
import { useDelete } from '@refinedev/core';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Resource, Row } from '../define';
import { listAddress } from '../list/last-address';
import { conceptOf } from '../metadata';
import { usePhrases } from '../phrases';
import { titleOf } from '../row';

/** Only a mistake without consequences is deleted: the API refuses the rest, and its sentence is shown. */
export function DeleteButton({ resource, row }: { resource: Resource; row: Row }) {
  const { concept } = resource;
  const { t } = useTranslation();
  const phrase = usePhrases(concept);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const { mutateAsync } = useDelete();

  const ask = () =>
    modal.confirm({
      title: phrase('deleteAsk', { name: titleOf(concept, row) }),
      content: phrase('deleteWhy'),
      okText: t('actions.delete'),
      okButtonProps: { danger: true },
      cancelText: t('actions.keep'),
      onOk: async () => {
        try {
          await mutateAsync({
            resource: conceptOf(concept).plural,
            id: row.id,
            meta: { revision: row.revision },
            invalidates: ['all'],
            successNotification: false,
            errorNotification: false,
          });
        } catch (error) {
          modal.warning({
            title: phrase('notDeleted'),
            content: error instanceof Error && error.message ? error.message : t('errors.unexpected'),
            okText: t('actions.understood'),
          });
          return;
        }
        await message.success(phrase('deleted'));
        await navigate(resource.list ? listAddress(concept) : '/', { replace: true });
      },
    });

  return (
    <Button icon={<DeleteOutlined />} aria-label={t('actions.delete')} title={t('actions.delete')} onClick={ask} />
  );
}
