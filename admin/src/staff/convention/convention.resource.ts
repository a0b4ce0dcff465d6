import { FileProtectOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { defineResource } from '../../crud/define';
import { lazily } from '../../shell/lazily';
import { VersionRank } from './VersionRank';

const CompetencesControl = lazily(async () => (await import('./controls')).CompetencesControl);
const EndsOnControl = lazily(async () => (await import('./controls')).EndsOnControl);
const MissionsControl = lazily(async () => (await import('./controls')).MissionsControl);
const MissionsShown = lazily(async () => (await import('./controls')).MissionsShown);

export const conventions = defineResource({
  concept: 'Convention',
  icon: FileProtectOutlined,
  menu: { group: 'activity', position: 1 },
  list: {
    sort: ['-latest.startsOn', 'number'],
    columns: [
      'number',
      'guichet',
      'guichet.commune',
      'latest.level',
      'latest.status',
      // The order of the list is seen only when this column is.
      'latest.startsOn',
      'latest.endsOn',
      { path: 'latest.rank', render: VersionRank, optional: true },
      { path: 'latest.registers', optional: true },
      { path: 'latest.signedOn', optional: true },
      { path: 'inForce.level', optional: true },
      { path: 'inForce.endsOn', optional: true },
    ],
    filters: [
      { preset: 'inForce', where: () => ({ latest: { status: { eq: 'IN_FORCE' } } }) },
      {
        preset: 'endingSoon',
        setting: 'conventionAlertMonths',
        where: (today, months) => ({
          // One whose avenant is signed already goes on.
          latest: { status: { ne: 'UPCOMING' } },
          inForce: { endsOn: { gte: today, lte: dayjs(today).add(months, 'month').format('YYYY-MM-DD') } },
        }),
      },
      // What is being prepared: analysts see none of it.
      { preset: 'toSign', roles: ['EPCI_STAFF'], where: () => ({ latest: { state: { eq: 'TO_SIGN' } } }) },
      {
        preset: 'drafts',
        roles: ['EPCI_STAFF'],
        where: () => ({ latest: { state: { in: ['DRAFT', 'CORRECTION'] } } }),
      },
      'latest.level',
      'latest.status',
    ],
  },
  form: [{ title: 'identity', fields: ['number'] }],
  page: { state: ['latest.status', 'latest.level'], sections: [{ title: 'identity', fields: ['guichet'] }] },
  createPage: async () => (await import('./NewConventionPage')).NewConventionPage,
  showPage: async () => (await import('./ConventionPage')).ConventionPage,
});

export const conventionVersions = defineResource({
  concept: 'ConventionVersion',
  under: 'Convention',
  verbs: ['update'],
  // Begun with its convention, never moved to another.
  without: ['convention'],
  list: {
    columns: ['convention.number', 'guichet', 'rank', 'status', 'level', 'startsOn', 'endsOn', 'registers'],
    filters: ['status', 'level', 'guichet', 'convention', 'registers', 'endsOn'],
  },
  form: [
    {
      title: 'commitment',
      fields: [
        'level',
        'referential',
        'registers',
        'dossierUnique',
        { path: 'missions', control: MissionsControl, shown: MissionsShown },
        'levelConditions',
      ],
    },
    { title: 'term', fields: ['startsOn', { path: 'endsOn', control: EndsOnControl }] },
    { title: 'reception', fields: ['receptionModes', 'openingHours'] },
    {
      title: 'means',
      fields: ['etp', 'meetingsPerYear', { path: 'competences', control: CompetencesControl }],
    },
    { title: 'sne', fields: ['sneSignedOn', 'sneToRevise'] },
    { title: 'deliberation', fields: ['deliberationAssembly', 'deliberationOn', 'deliberationNumber'] },
  ],
  page: { state: ['status', 'level'], sections: [{ title: 'identity', fields: ['convention', 'guichet'] }] },
  editPage: async () => (await import('./EditVersionPage')).EditVersionPage,
  showPage: async () => (await import('./ConventionPage')).VersionPage,
});
