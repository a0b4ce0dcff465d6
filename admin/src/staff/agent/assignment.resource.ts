import { IdcardOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const assignments = defineResource({
  concept: 'Assignment',
  icon: IdcardOutlined,
  menu: { group: 'activity', position: 5 },
  list: {
    today: true,
    columns: [
      'agent',
      'guichet',
      'startsOn',
      'endsOn',
      'etp',
      'dedicated',
      'qualification',
      { path: 'agent.organisation', optional: true },
    ],
    filters: ['guichet', 'agent', 'qualification', 'dedicated'],
  },
  form: [
    { title: 'assignment', fields: ['agent', 'guichet', 'startsOn', 'endsOn'] },
    { title: 'means', fields: ['etp', 'dedicated', 'qualification', 'competences'] },
  ],
  page: {
    sections: [
      { title: 'assignment', fields: ['agent', 'guichet', 'startsOn', 'endsOn'], whenSet: ['endsOn'] },
      { title: 'means', fields: ['etp', 'dedicated', 'qualification', 'competences'] },
    ],
  },
});
