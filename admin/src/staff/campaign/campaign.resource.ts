import { ProjectOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import { ProgressCell } from './ProgressCell';

export const campaigns = defineResource({
  concept: 'Campaign',
  icon: ProjectOutlined,
  menu: { group: 'activity', position: 2 },
  verbs: ['create', 'update'],
  list: {
    sort: ['-startsOn', 'name'],
    columns: [
      'name',
      'plan',
      'startsOn',
      'endsOn',
      { path: 'signedCount', render: ProgressCell, needs: ['conventionCount'] },
      { path: 'conventionCount', optional: true },
    ],
    filters: ['plan', 'referential'],
  },
  form: [{ title: 'identity', fields: ['name'] }],
  page: { sections: [{ title: 'identity', fields: ['plan', 'referential', 'startsOn', 'endsOn'] }] },
  createPage: async () => (await import('./NewCampaignPage')).NewCampaignPage,
  showPage: async () => (await import('./CampaignPage')).CampaignPage,
});
