import { FlagOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const plans = defineResource({
  concept: 'Plan',
  icon: FlagOutlined,
  menu: { group: 'framework', position: 2 },
  list: {
    columns: ['name', 'startsOn', 'endsOn', 'adoptedOn'],
    sort: ['-startsOn'],
  },
  form: [{ title: 'plan', fields: [{ path: 'name', wide: true }, 'startsOn', 'endsOn', 'adoptedOn', 'source'] }],
  page: {
    sections: [
      { title: 'plan', fields: ['startsOn', 'endsOn', 'adoptedOn', 'source'] },
      {
        title: 'milestones',
        related: {
          many: 'milestones',
          by: 'plan',
          columns: ['label', 'body', 'startsOn', 'endsOn'],
          first: 50,
          sort: [{ startsOn: 'ASC' }],
        },
      },
    ],
  },
  createPage: async () => (await import('./NewPlanPage')).NewPlanPage,
});

export const milestones = defineResource({
  concept: 'Milestone',
  list: { columns: ['label', 'body', 'startsOn', 'endsOn', 'plan'], filters: ['body', 'plan'] },
  form: [
    { title: 'milestone', fields: [{ path: 'label', wide: true }, 'plan', 'body', 'startsOn', 'endsOn', 'source'] },
  ],
  page: { sections: [{ title: 'milestone', fields: ['body', 'startsOn', 'endsOn', 'plan', 'source'] }] },
});
