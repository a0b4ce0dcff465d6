import { TeamOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const agents = defineResource({
  concept: 'Agent',
  icon: TeamOutlined,
  menu: { group: 'activity', position: 4 },
  list: {
    columns: ['lastName', 'firstName', 'organisation', 'jobTitle', 'email', 'telephone'],
    filters: [
      'organisation',
      { preset: 'working', where: (today) => ({ or: [{ endedOn: { isNull: true } }, { endedOn: { gt: today } }] }) },
    ],
  },
  form: [
    { title: 'identity', fields: ['lastName', 'firstName', 'organisation', 'jobTitle'] },
    { title: 'contact', fields: ['email', 'telephone'] },
    { title: 'departure', fields: ['endedOn'] },
  ],
  page: {
    sections: [
      {
        title: 'identity',
        fields: ['organisation', 'jobTitle', 'email', 'telephone', 'endedOn'],
        whenSet: ['endedOn'],
      },
      {
        title: 'assignments',
        related: {
          many: 'assignments',
          by: 'agent',
          columns: ['guichet', 'startsOn', 'endsOn', 'etp', 'dedicated', 'qualification'],
          sort: [{ startsOn: 'DESC' }],
        },
      },
      {
        title: 'attendances',
        related: {
          many: 'attendances',
          by: 'agent',
          columns: ['meeting', 'meeting.heldOn', 'meeting.kind', 'state', 'mode', 'contributed'],
          sort: [{ meeting: { heldOn: 'DESC' } }],
          first: 20,
        },
      },
    ],
  },
});
