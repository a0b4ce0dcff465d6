import { BankOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const organisations = defineResource({
  concept: 'Organisation',
  icon: BankOutlined,
  menu: { group: 'network', position: 3 },
  list: {
    columns: ['name', 'kind', 'commune', 'siren'],
    filters: ['kind', 'commune', { preset: 'active', where: () => ({ archivedOn: { isNull: true } }) }],
  },
  form: [{ title: 'identity', fields: [{ path: 'name', wide: true }, 'kind', 'commune', 'siren', 'archivedOn'] }],
  page: {
    state: ['kind'],
    sections: [
      { title: 'identity', fields: ['kind', 'commune', 'siren', 'archivedOn'], whenSet: ['archivedOn'] },
      {
        title: 'guichets',
        related: {
          many: 'guichets',
          by: 'organisation',
          columns: ['name', 'commune', 'level', 'registers', 'closedOn'],
          first: 20,
        },
      },
    ],
  },
});
