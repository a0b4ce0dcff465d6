import { KeyOutlined } from '@ant-design/icons';
import { AccessState } from '../../account/AccessState';
import { AccountActions } from '../../account/AccountActions';
import { AccountMails } from '../../account/AccountMails';
import { InvitePage } from '../../account/InvitePage';
import { UndeliveredNotice } from '../../account/UndeliveredNotice';
import { defineResource } from '../../resource/define';

export const accounts = defineResource({
  concept: 'Account',
  icon: KeyOutlined,
  menu: { group: 'administration', position: 1 },
  verbs: ['create', 'update'],
  createPage: InvitePage,
  list: {
    before: UndeliveredNotice,
    columns: ['displayName', 'email', 'role', 'agent', { path: 'endedAt', render: AccessState }],
    filters: ['role', { preset: 'openAccess', where: () => ({ endedAt: { isNull: true } }) }],
  },
  form: [{ title: 'identity', fields: ['displayName', 'locale'] }],
  page: {
    state: ['role'],
    actions: AccountActions,
    lead: AccountMails,
    needs: ['endedAt', 'email'],
    sections: [
      {
        title: 'identity',
        fields: ['email', 'role', 'epci', 'agent', 'locale', 'national', 'endedAt'],
        whenSet: ['epci', 'agent', 'endedAt'],
      },
      { title: 'scopes', related: { many: 'scopes', by: 'account', columns: ['epci'] } },
    ],
  },
});
