import { EnvironmentOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const communes = defineResource({
  concept: 'Commune',
  icon: EnvironmentOutlined,
  menu: { group: 'network', position: 2 },
  list: {
    today: true,
    columns: ['name', 'inseeCode', 'basin', 'urbanPole', 'population', 'socialHomes'],
    filters: ['basin', 'urbanPole', 'socialHomes'],
  },
  form: [
    { title: 'identity', fields: ['name', 'inseeCode', 'siren', 'basin', 'urbanPole'] },
    { title: 'figures', fields: ['population', 'socialHomes', 'latitude', 'longitude', 'source'] },
    { title: 'validity', fields: ['validFrom', 'validTo', 'successorCode', 'memberFrom', 'memberTo'] },
  ],
  page: {
    state: [],
    sections: [
      { title: 'identity', fields: ['inseeCode', 'siren', 'basin', 'urbanPole', 'population', 'socialHomes'] },
      {
        title: 'guichets',
        related: {
          many: 'guichets',
          by: 'commune',
          columns: ['name', 'organisation', 'level', 'registers', 'openedOn', 'closedOn'],
        },
      },
      {
        title: 'validity',
        fields: ['validFrom', 'validTo', 'successorCode', 'memberFrom', 'memberTo', 'source'],
        whenSet: ['validFrom', 'validTo', 'successorCode', 'memberFrom', 'memberTo'],
      },
    ],
  },
});
