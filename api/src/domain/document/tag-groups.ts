import { TagGroup } from './document.codes.js';

/** What each tag is about, by its first name. A test finds the tags that are about nothing, or about two things. */
export const tagGroups: Readonly<Record<TagGroup, readonly string[]>> = {
  PARTIES: ['document', 'epci', 'organisation', 'commune', 'guichet', 'a_horaires', 'horaires'],
  TERM: ['convention', 'renouvelle', 'convention_precedente', 'est_signee', 'signee_le', 'signataires'],
  SERVICE: [
    'niveau',
    'referentiel',
    'missions',
    'missions_par_niveau',
    'recoit',
    'modes_accueil',
    'dossier_unique',
    'a_conditions',
    'conditions_niveau',
    'reunions_attendues',
    'reunions_par_an',
    'obligations',
  ],
  MEANS: ['moyens', 'temps_attendu', 'a_moyens_attendus', 'moyens_attendus', 'competences_attendues', 'competences'],
  AGENTS: ['a_agents', 'agents', 'agents_manquent', 'agents_sans_objet', 'agents_masques'],
  REGISTRATION: [
    'enregistre',
    'a_deliberation',
    'deliberation_manque',
    'deliberation',
    'a_convention_sne',
    'convention_sne_manque',
    'convention_sne',
    'convention_sne_a_revoir',
  ],
  CHANGES: ['est_avenant', 'avenant', 'a_changements', 'changements', 'est_resiliee', 'resiliation'],
};

/** The group of a tag, by its key. */
export const groupOf = (key: string): TagGroup => {
  const [first = ''] = key.split('.');
  return TagGroup.find((group) => tagGroups[group].includes(first)) ?? 'SERVICE';
};
