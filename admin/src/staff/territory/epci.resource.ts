import { SettingOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import type { FieldName } from '../../crud/metadata';

const settings: FieldName<'Epci'>[] = [
  'registrationThreshold',
  'planMaxYears',
  'conventionAlertMonths',
  'declarationDays',
  'onlineAim',
  'statisticsThreshold',
];

export const epcis = defineResource({
  concept: 'Epci',
  icon: SettingOutlined,
  menu: { group: 'administration', position: 2 },
  verbs: ['update'],
  list: {
    columns: ['name', 'siren', 'timeZone', ...settings],
  },
  form: [
    { title: 'identity', fields: ['name', 'timeZone'] },
    {
      title: 'settings',
      fields: settings,
    },
  ],
  page: {
    sections: [
      { title: 'identity', fields: ['siren', 'timeZone'] },
      {
        title: 'settings',
        fields: settings,
      },
      { title: 'plans', related: { many: 'plans', by: 'epci', columns: ['name', 'startsOn', 'endsOn', 'adoptedOn'] } },
    ],
  },
});
