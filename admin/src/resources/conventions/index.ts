import { FileProtectOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { defineResource } from '../../resource/define';
import { VersionRank } from './VersionRank';

/** The alert of an EPCI is a setting of its own; the home page uses it. The list's chip takes the usual six months. */
const alertMonths = 6;

export const conventions = defineResource({
  concept: 'Convention',
  icon: FileProtectOutlined,
  group: 'activity',
  verbs: [],
  list: {
    sort: ['-latest.startsOn', 'number'],
    columns: [
      'number',
      'guichet',
      { path: 'guichet.commune', optional: true },
      'latest.status',
      'latest.level',
      { path: 'latest.rank', render: VersionRank, optional: true },
      'latest.startsOn',
      'latest.endsOn',
      { path: 'latest.registers', optional: true },
      { path: 'inForce.level', optional: true },
      { path: 'inForce.endsOn', optional: true },
    ],
    filters: [
      'latest.status',
      'latest.level',
      'guichet',
      {
        preset: 'endingSoon',
        where: (today) => ({
          inForce: { endsOn: { gte: today, lte: dayjs(today).add(alertMonths, 'month').format('YYYY-MM-DD') } },
        }),
      },
    ],
  },
  page: {
    state: ['latest.status', 'latest.level'],
    sections: [
      { title: 'identity', fields: ['guichet', 'guichet.organisation', 'inForce.startsOn', 'inForce.endsOn'] },
      {
        title: 'versions',
        related: {
          many: 'versions',
          by: 'convention',
          columns: [{ path: 'rank', render: VersionRank }, 'status', 'level', 'startsOn', 'endsOn', 'signedOn'],
          sort: [{ rank: 'DESC' }],
          first: 20,
        },
      },
    ],
  },
});

export const conventionVersions = defineResource({
  concept: 'ConventionVersion',
  verbs: ['update'],
  list: {
    columns: [
      'convention.number',
      'guichet',
      'rank',
      'status',
      'level',
      'startsOn',
      'endsOn',
      'registers',
      { path: 'etp', optional: true },
      { path: 'signedOn', optional: true },
    ],
    filters: ['status', 'level', 'guichet', 'convention', 'registers', 'endsOn'],
  },
  form: [
    {
      title: 'commitment',
      fields: ['level', 'referential', 'registers', 'dossierUnique', 'missions', 'levelConditions'],
    },
    { title: 'reception', fields: ['receptionModes', 'openingHours'] },
    { title: 'means', fields: ['etp', 'meetingsPerYear', 'competences'] },
    { title: 'sne', fields: ['sneSignedOn', 'sneToRevise'] },
    { title: 'term', fields: ['startsOn', 'endsOn'] },
    { title: 'deliberation', fields: ['deliberationAssembly', 'deliberationOn', 'deliberationNumber'] },
  ],
  page: {
    state: ['status', 'level'],
    sections: [
      { title: 'identity', fields: ['convention', 'guichet', 'rank', 'startsOn', 'endsOn'] },
      {
        title: 'commitment',
        fields: ['level', 'referential', 'registers', 'dossierUnique', 'missions', 'levelConditions'],
      },
      { title: 'reception', fields: ['receptionModes', 'openingHours'] },
      { title: 'means', fields: ['etp', 'meetingsPerYear', 'competences'] },
      { title: 'sne', fields: ['sneSignedOn', 'sneToRevise'] },
      { title: 'deliberation', fields: ['deliberationAssembly', 'deliberationOn', 'deliberationNumber'] },
      {
        title: 'signature',
        fields: ['signedOn', 'terminatedOn', 'noticeOn', 'terminationMotive', 'cancellationMotive'],
        whenSet: ['terminatedOn', 'noticeOn', 'terminationMotive', 'cancellationMotive'],
      },
    ],
  },
});
