import { ShopOutlined } from '@ant-design/icons';
import { defineResource } from '../../resource/define';
import { VersionRank } from '../conventions/VersionRank';

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
  page: {
    state: ['level'],
    sections: [
      {
        title: 'identity',
        fields: ['organisation', 'commune', 'address', 'telephone', 'openedOn', 'closedOn'],
        whenSet: ['openedOn', 'closedOn'],
      },
      { title: 'service', fields: ['level', 'registers', 'dossierUnique', 'receptionModes', 'openingHours'] },
      {
        title: 'conventions',
        related: {
          many: 'conventionVersions',
          by: 'guichet',
          columns: [
            'convention.number',
            { path: 'rank', render: VersionRank },
            'status',
            'level',
            'startsOn',
            'endsOn',
          ],
          sort: [{ startsOn: 'DESC' }, { rank: 'DESC' }],
        },
      },
      {
        title: 'agents',
        related: {
          many: 'assignments',
          by: 'guichet',
          columns: ['agent', 'qualification', 'dedicated', 'etp', 'startsOn', 'endsOn'],
          first: 20,
          sort: [{ startsOn: 'DESC' }],
        },
      },
      {
        title: 'requests',
        related: {
          many: 'requests',
          by: 'guichet',
          columns: ['number', 'registeredOn', 'channel', 'communeWanted', 'expiresOn'],
          first: 5,
          sort: [{ registeredOn: 'DESC' }],
        },
      },
      { title: 'proposal', fields: ['levelProposed', 'levelAgreed', 'proposal'] },
      {
        title: 'survey',
        fields: [
          'surveyAnswered',
          'receivesPublic',
          'appointments',
          'registersAfterAppointment',
          'usesEtoil',
          'sneConventionSigned',
          'source',
        ],
      },
    ],
  },
});
