import { ReadOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';

export const referentials = defineResource({
  concept: 'Referential',
  icon: ReadOutlined,
  group: 'framework',
  verbs: [],
  list: { columns: ['name', 'number', 'validFrom', 'validTo'], sort: ['-number'] },
  page: {
    sections: [
      { title: 'validity', fields: ['number', 'validFrom', 'validTo'], whenSet: ['validTo'] },
      {
        title: 'obligations',
        related: {
          many: 'obligations',
          by: 'referential',
          columns: ['kind', 'level', 'target', 'planned', 'text'],
          first: 100,
          sort: [{ level: 'ASC' }, { kind: 'ASC' }],
        },
      },
    ],
  },
});

export const obligations = defineResource({
  concept: 'Obligation',
  verbs: [],
  list: {
    columns: ['kind', 'level', 'target', 'planned', 'modes', 'windowMonths', 'referential'],
    filters: ['level', 'kind', 'referential'],
  },
  page: {
    state: ['level'],
    sections: [
      {
        title: 'obligation',
        fields: ['text', 'kind', 'level', 'target', 'planned', 'modes', 'windowMonths', 'referential'],
      },
    ],
  },
});
