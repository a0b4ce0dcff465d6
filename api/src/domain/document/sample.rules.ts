import { type DocumentTags, tagsOf } from './document.rules.js';
import type { DocumentSource } from './source.rules.js';
import type { DocumentWords } from './words.rules.js';

const item = (code: string, label: string, text: string | null = null) =>
  ({
    code,
    label,
    text,
    levels: ['SUIVI', 'CONSEIL'],
  }) satisfies DocumentSource['referential']['missions']['nodes'][number];

/** An avenant that holds one of each thing: the examples of the help page, and what a new template is tried with. */
const sample: DocumentSource = {
  rank: 2,
  level: 'SUIVI',
  registers: true,
  dossierUnique: true,
  missions: ['FILE_PROGRESS', 'RENEWAL'],
  receptionModes: ['IN_PERSON_WALK_IN', 'TELEPHONE'],
  openingHours: {
    slots: [
      { weekday: 'MON', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false },
      { weekday: 'THU', from: '09:00', to: '12:00', weeks: 'ALL', byAppointment: false },
      { weekday: 'THU', from: '14:00', to: '17:00', weeks: 'ALL', byAppointment: false },
    ],
    remark: null,
  },
  etp: 0.5,
  competences: ['TOOLS', 'ATTRIBUTION_RULES'],
  meetingsPerYear: 2,
  levelConditions: 'Un agent formé reste présent toute l’année.',
  sneSignedOn: '2022-05-12',
  sneToRevise: true,
  startsOn: '2026-03-03',
  endsOn: '2028-03-02',
  signedEndsOn: null,
  deliberationAssembly: 'Conseil municipal',
  deliberationOn: '2026-02-05',
  deliberationNumber: '2026-014',
  signedOn: '2026-02-20',
  signatories: [
    { party: 'Communauté d’agglomération', name: 'Marie Durand', quality: 'présidente', signedOn: '2026-02-20' },
    { party: 'Commune de Tullins', name: 'Paul Lefèvre', quality: 'maire', signedOn: '2026-02-18' },
  ],
  terminatedOn: '2027-12-31',
  terminationMotive: 'Le guichet rejoint un lieu d’accueil commun.',
  noticeOn: '2027-06-30',
  changes: [{ field: 'etp', before: 0.3, after: 0.5 }],
  epci: { name: 'Communauté d’agglomération', siren: '243800984' },
  convention: {
    number: '2022-07',
    renews: { number: '2016-07' },
    first: { nodes: [{ startsOn: '2022-07-01', signedOn: '2022-06-15' }] },
  },
  guichet: {
    name: 'Mairie de Tullins',
    address: '1, place de la Mairie',
    telephone: '04 76 00 00 00',
    commune: { name: 'Tullins', inseeCode: '38517' },
    organisation: { name: 'Commune de Tullins', kind: 'COMMUNE', siren: '213805179' },
    assignments: {
      nodes: [
        {
          startsOn: '2024-01-01',
          endsOn: null,
          etp: 0.5,
          dedicated: false,
          qualification: 'QUALIFIED',
          competences: ['TOOLS'],
          agent: { firstName: 'Camille', lastName: 'Petit', jobTitle: 'Agente d’accueil' },
        },
      ],
    },
  },
  referential: {
    name: 'Référentiel 2022',
    validFrom: '2022-07-01',
    levels: { nodes: [item('SUIVI', 'Suivi', 'Dit en plus où en est un dossier, le met à jour et le renouvelle.')] },
    missions: {
      nodes: [
        item(
          'FILE_PROGRESS',
          'Dire au demandeur où en est son dossier',
          'Le guichet consulte le dossier et l’explique.',
        ),
        item('RENEWAL', 'Renouveler les demandes', 'Chaque année, avant leur échéance.'),
      ],
    },
    receptionModes: {
      nodes: [item('IN_PERSON_WALK_IN', 'Sur place, sans rendez-vous'), item('TELEPHONE', 'Par téléphone')],
    },
    means: { nodes: [item('QUALIFIED_AGENT', 'Un agent qualifié et formé', 'Il participe aux réunions du service.')] },
    competences: {
      nodes: [item('TOOLS', 'Maîtrise des outils'), item('ATTRIBUTION_RULES', 'Règles d’attribution')],
    },
    obligations: { nodes: [{ level: 'SUIVI', text: 'Participer à deux réunions du service par an.' }] },
  },
};

export const sampleTags = (words: DocumentWords): DocumentTags => ({
  ...tagsOf(sample, words, '2026-03-12'),
  renouvelle: true,
  deliberation_manque: true,
  convention_sne_manque: true,
  agents_manquent: true,
  agents_sans_objet: true,
  agents_masques: true,
});
