import { SettingOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';

export const epcis = defineResource({
  concept: 'Epci',
  icon: SettingOutlined,
  menu: { group: 'administration', position: 2 },
  verbs: ['update'],
  list: {
    columns: [
      'name',
      'siren',
      'timeZone',
      'registrationThreshold',
      'planMaxYears',
      'conventionAlertMonths',
      'declarationDays',
      'onlineAim',
    ],
  },
  form: [
    { title: 'identity', fields: ['name', 'timeZone'] },
    {
      title: 'settings',
      fields: ['registrationThreshold', 'planMaxYears', 'conventionAlertMonths', 'declarationDays', 'onlineAim'],
    },
  ],
  page: {
    sections: [
      { title: 'identity', fields: ['siren', 'timeZone'] },
      {
        title: 'settings',
        fields: ['registrationThreshold', 'planMaxYears', 'conventionAlertMonths', 'declarationDays', 'onlineAim'],
      },
      { title: 'plans', related: { many: 'plans', by: 'epci', columns: ['name', 'startsOn', 'endsOn', 'adoptedOn'] } },
    ],
  },
});
