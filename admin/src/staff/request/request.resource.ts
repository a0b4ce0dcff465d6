import { InboxOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { defineResource } from '../../crud/define';

export const requests = defineResource({
  concept: 'Request',
  icon: InboxOutlined,
  menu: { group: 'activity', position: 6 },
  list: {
    sort: ['-registeredOn'],
    columns: ['number', 'registeredOn', 'channel', 'guichet', 'communeWanted', 'householdSize', 'expiresOn'],
    filters: [
      'channel',
      'guichet',
      'communeWanted',
      'registeredOn',
      'source',
      {
        preset: 'expiringSoon',
        where: (today) => ({ expiresOn: { gte: today, lte: dayjs(today).add(1, 'month').format('YYYY-MM-DD') } }),
      },
    ],
  },
  form: [
    { title: 'request', fields: ['number', 'channel', 'guichet', 'registeredOn', 'seniorityOn', 'expiresOn'] },
    { title: 'household', fields: ['communeWanted', 'householdSize'] },
  ],
  page: {
    state: ['numberOddity'],
    sections: [
      {
        title: 'request',
        fields: ['number', 'channel', 'guichet', 'registeredOn', 'seniorityOn', 'expiresOn', 'source'],
      },
      { title: 'household', fields: ['communeWanted', 'householdSize'] },
    ],
  },
});
