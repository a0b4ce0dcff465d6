import { ShopOutlined } from '@ant-design/icons';
import { GuichetPage } from '../../guichet/GuichetPage';
import { defineResource } from '../../resource/define';

export const guichets = defineResource({
  concept: 'Guichet',
  icon: ShopOutlined,
  group: 'network',
  list: {
    today: true,
    columns: [
      'name',
      'commune',
      { path: 'organisation', optional: true },
      'level',
      'registers',
      'dossierUnique',
      { path: 'conventionInForce.endsOn' },
      { path: 'levelProposed', optional: true },
      { path: 'levelAgreed', optional: true },
      { path: 'proposal', optional: true },
      { path: 'receptionModes', optional: true },
      { path: 'commune.basin', optional: true },
      { path: 'address', optional: true },
      { path: 'telephone', optional: true },
      { path: 'openedOn', optional: true },
      { path: 'closedOn', optional: true },
      { path: 'sneConventionSigned', optional: true },
      { path: 'source', optional: true },
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
  showPage: GuichetPage,
});
