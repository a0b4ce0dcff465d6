import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../crud/define';
import { titleOf, valueAt } from '../../crud/row';
import { type AccountGivenFragment, ChangeAccountEmailDocument } from '../../generated/graphql';
import { execute } from '../../providers/graphql';
import { AskDialog, useRequired } from '../../shell/AskDialog';

interface Props extends Pick<PageProps, 'row'> {
  onCancel: () => void;
  onGiven: (given: AccountGivenFragment) => void;
}

/** Another address for an account: an agent's may be left empty. */
export function AddressDialog({ row, onCancel, onGiven }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const required = useRequired();
  const agent = valueAt(row, 'role') === 'AGENT';
  const email = valueAt(row, 'email');
  return (
    <AskDialog<{ email?: string }>
      title={t('account.address.title', { name: titleOf('Account', row) })}
      text={t('account.address.text')}
      okText={t('account.address.confirm')}
      start={{ email: typeof email === 'string' ? email : '' }}
      inputs={{ email: 'email' }}
      onCancel={onCancel}
      onGive={async (typed) => {
        const { id, revision = 0 } = row;
        const variables = { id, revision, email: typed.email?.trim() || null };
        onGiven((await execute(ChangeAccountEmailDocument, variables)).changeAccountEmail);
        await client.invalidateQueries();
      }}
    >
      <Form.Item
        name="email"
        label={t('account.invite.email')}
        extra={agent ? t('account.invite.emailOfAgent') : undefined}
        rules={agent ? [] : [required]}
      >
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
    </AskDialog>
  );
}
