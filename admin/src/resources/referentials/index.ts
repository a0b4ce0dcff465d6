import { ReadOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';

export const referentials = defineResource({
  concept: 'Referential',
  icon: ReadOutlined,
  group: 'framework',
  list: { columns: ['name', 'number', 'validFrom', 'validTo'], sort: ['-number'] },
  form: [{ title: 'identity', fields: [{ path: 'name', wide: true }, 'number', 'validFrom', 'validTo'] }],
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
  list: {
    columns: ['kind', 'level', 'target', 'planned', 'modes', 'windowMonths', 'referential'],
    filters: ['level', 'kind', 'referential'],
  },
  form: [
    { title: 'obligation', fields: ['referential', 'level', 'kind', { path: 'text', wide: true }] },
    { title: 'target', fields: ['target', 'planned', 'windowMonths', 'modes'] },
  ],
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
