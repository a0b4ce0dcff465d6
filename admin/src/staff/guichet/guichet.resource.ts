import { ShopOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const guichets = defineResource({
  concept: 'Guichet',
  icon: ShopOutlined,
  menu: { group: 'network', position: 1 },
  list: {
    today: true,
    columns: [
      'name',
      'commune',
      'level',
      'registers',
      'dossierUnique',
      { path: 'conventionInForce.endsOn' },
      { path: 'commune.basin', optional: true },
    ],
    filters: ['level', 'registers', 'organisation.kind', 'commune'],
  },
  form: [
    {
      title: 'identity',
      fields: [{ path: 'name', wide: true }, 'organisation', 'commune', 'address', 'telephone', 'openedOn', 'closedOn'],
    },
    {
      title: 'service',
      fields: [
        'levelProposed',
        'levelAgreed',
        'proposal',
        'registers',
        'dossierUnique',
        'receptionModes',
        'openingHours',
      ],
    },
    {
      title: 'survey',
      fields: [
        'surveyAnswered',
        'receivesPublic',
        'appointments',
        'registersAfterAppointment',
        'usesEtoil',
        'sneConventionSigned',
      ],
    },
    { title: 'place', fields: ['latitude', 'longitude', 'source'] },
  ],
  page: { state: ['level'], sections: [{ title: 'identity', fields: ['organisation', 'commune'] }] },
  showPage: async () => (await import('./GuichetPage')).GuichetPage,
});
