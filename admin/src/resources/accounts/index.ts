import { KeyOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';

export const accounts = defineResource({
  concept: 'Account',
  icon: KeyOutlined,
  group: 'administration',
  verbs: ['update'],
  list: {
    columns: ['displayName', 'email', 'role', 'agent', 'endedAt'],
    filters: ['role', { preset: 'openAccess', where: () => ({ endedAt: { isNull: true } }) }],
  },
  form: [{ title: 'identity', fields: ['displayName', 'locale'] }],
  page: {
    state: ['role'],
    sections: [
      { title: 'identity', fields: ['email', 'role', 'epci', 'agent', 'locale', 'national', 'endedAt'] },
      { title: 'scopes', related: { many: 'scopes', by: 'account', columns: ['epci'] } },
    ],
  },
});
