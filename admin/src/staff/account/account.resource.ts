import { KeyOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import { lazily } from '../../shell/lazily';
import { AccessState } from './AccessState';

const AccountActions = lazily(async () => (await import('./AccountActions')).AccountActions);
const AccountMails = lazily(async () => (await import('./AccountMails')).AccountMails);
const UndeliveredNotice = lazily(async () => (await import('./UndeliveredNotice')).UndeliveredNotice);

export const accounts = defineResource({
  concept: 'Account',
  icon: KeyOutlined,
  menu: { group: 'administration', position: 1 },
  verbs: ['create', 'update'],
  createPage: async () => (await import('./InvitePage')).InvitePage,
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
