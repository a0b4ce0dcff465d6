import { annex, article, item, paragraph, part, section, subtitle, table, title, unless } from './wordprocessing.js';

/**
 * The text of a convention and of its avenants, with the tags of `document.rules.ts`: the one that EPCIs start from. What the
 * service is and who does what follows CCH L.441-2-8 and R.441-2-10 et seq. and the plan of the EPCI.
 */
export const conventionText: readonly string[] = [
  title('{document.titre}'),
  subtitle('Service d’accueil et d’information des demandeurs de logement social'),
  subtitle('Guichet « {guichet.nom} »'),

  part('Entre'),
  paragraph(
    '**{epci.nom}**, SIREN {epci.siren}, qui organise et anime le service d’accueil et d’information des demandeurs de logement social, ci-après « l’EPCI »,',
  ),
  part('Et'),
  paragraph(
    '**{organisation.nom}**, SIREN {organisation.siren}, qui porte le guichet « {guichet.nom} », commune de {commune.nom}, adresse : {guichet.adresse}, téléphone : {guichet.telephone}, ci-après « l’organisme ».',
  ),
  paragraph(
    'Vu le code de la construction et de l’habitation, notamment ses articles L. 441-2-8 et R. 441-2-10 et suivants, il est convenu ce qui suit.',
  ),
  section('renouvelle', paragraph('La présente convention fait suite à la convention {convention_precedente}.')),

  section(
    'est_avenant',
    part('Ce que change l’avenant n° {avenant.rang}'),
    paragraph(
      'La convention {convention.numero}, en vigueur depuis le {convention.debut_initial} et signée le {convention.signee_initialement_le}, est modifiée à compter du {convention.debut} :',
    ),
    section(
      'a_changements',
      table('changements', [
        { title: 'Engagement', width: 2638, cell: '{champ}' },
        { title: 'Avant l’avenant', width: 3500, cell: '{avant}' },
        { title: 'À compter de l’avenant', width: 3500, cell: '{apres}' },
      ]),
    ),
    unless('a_changements', paragraph('Modifications : à compléter.')),
    paragraph(
      'Les autres engagements demeurent. Le texte qui suit est celui de la convention telle que l’avenant la modifie.',
    ),
  ),

  article('Objet'),
  paragraph(
    'La présente convention fixe le service que le guichet « {guichet.nom} » rend au moins aux demandeurs de logement social, au sein du service d’accueil et d’information qu’anime l’EPCI.',
  ),
  paragraph(
    'Les types d’accueil de ce service se complètent : tous sont nécessaires. Leur contenu est celui du référentiel « {referentiel.nom} », applicable depuis le {referentiel.depuis} ; les obligations qui en découlent sont à l’annexe 3.',
  ),

  article('Type d’accueil'),
  paragraph('Le guichet s’engage sur le type d’accueil **{niveau.nom}**. {niveau.texte}'),
  paragraph('Il reçoit les demandeurs de la façon suivante :'),
  section('modes_accueil', item('{phrase}')),
  unless('modes_accueil', item('à compléter')),
  paragraph('Ses horaires d’ouverture sont à l’annexe 1.'),

  article('Missions'),
  paragraph('Le guichet remplit les missions suivantes.'),
  section('missions_par_niveau', paragraph('{titre} :', 'Heading2'), section('missions', item('{phrase}'))),
  unless('missions', item('à compléter')),

  article('Enregistrement des demandes'),
  section(
    'enregistre',
    paragraph('Le guichet enregistre les demandes de logement social dans le système national d’enregistrement (SNE).'),
  ),
  unless(
    'enregistre',
    paragraph(
      'Le guichet n’enregistre pas les demandes : il oriente les demandeurs vers l’enregistrement en ligne et vers les guichets qui enregistrent.',
    ),
  ),
  section(
    'a_deliberation',
    paragraph(
      'L’organisme en a délibéré : {deliberation.assemblee}, délibération du {deliberation.date}, n° {deliberation.numero}.',
    ),
  ),
  section('deliberation_manque', paragraph('Délibération de l’assemblée compétente : à compléter.')),
  section(
    'a_convention_sne',
    paragraph('La convention relative au SNE a été signée avec le préfet le {convention_sne.signee_le}.'),
  ),
  section('convention_sne_manque', paragraph('Convention relative au SNE avec le préfet, signée le : à compléter.')),
  section('convention_sne_a_revoir', paragraph('La convention relative au SNE est à revoir avec le préfet.')),

  article('Dossier unique'),
  section(
    'dossier_unique',
    paragraph('Le guichet tient le dossier unique du demandeur :'),
    item('il numérise chaque pièce reçue ;'),
    item('il la vérifie : elle figure sur la liste réglementaire, elle est lisible et valable ;'),
    item('il la transmet au numériseur national et met à jour le SNE ;'),
    item('il suit la procédure prévue pour les pièces illisibles ou hors liste.'),
  ),
  unless(
    'dossier_unique',
    paragraph('Le guichet ne tient pas le dossier unique : il explique au demandeur comment y déposer ses pièces.'),
  ),

  article('Moyens'),
  paragraph(
    'L’organisme consacre au guichet, en équivalent temps plein (ETP) de personnel technique : {moyens.etp}. Les agents du guichet au premier jour sont nommés à l’annexe 2.',
  ),
  section('moyens_attendus', item('{phrase}')),

  article('Compétences'),
  paragraph('Les agents du guichet ont ou acquièrent les compétences suivantes :'),
  section('competences', item('{phrase}')),
  unless('competences', item('à compléter')),

  article('Formation et réunions'),
  paragraph(
    'Nombre de réunions du service auxquelles le guichet participe chaque année, au moins : {reunions_par_an}. Ses agents suivent les formations que l’EPCI propose ; l’organisme leur en donne le temps.',
  ),

  article('Engagements de l’EPCI'),
  paragraph(
    'L’EPCI anime et coordonne le réseau des guichets, organise les réunions, les échanges et les formations, et met à disposition les outils des professionnels et des demandeurs.',
  ),

  article('Suivi et bilan annuel'),
  paragraph(
    'Les parties suivent ensemble l’exécution de la convention. Chaque année, l’organisme donne à l’EPCI ce qui est nécessaire au bilan annuel du guichet : activité, agents, participation aux réunions, difficultés rencontrées. L’EPCI en rend compte dans le bilan annuel du service.',
  ),

  article('Conditions de maintien du type d’accueil'),
  section('a_conditions', paragraph('{conditions_niveau}')),
  unless('a_conditions', paragraph('Aucune condition particulière n’est fixée.')),

  article('Durée'),
  paragraph(
    'La convention prend effet le {convention.debut} et s’achève le {convention.fin} inclus{#convention.duree}, soit {convention.duree}{/convention.duree}.',
  ),

  article('Avenant'),
  paragraph(
    'La convention se modifie par avenant, signé dans les mêmes formes. L’avenant dit ce qu’il change et le jour de son effet.',
  ),

  article('Résiliation'),
  paragraph(
    'Chaque partie peut résilier la convention par écrit, en indiquant le motif, le jour du préavis et le dernier jour d’effet. Les parties conviennent de la suite donnée au guichet.',
  ),
  section(
    'est_resiliee',
    paragraph(
      'La convention est résiliée : préavis donné le {resiliation.preavis}, dernier jour d’effet le {resiliation.date}. Motif : {resiliation.motif}',
    ),
  ),

  part('Signatures'),
  section('est_signee', paragraph('Signée le {signee_le}.')),
  table(
    'signataires',
    [
      { title: 'Partie', width: 2500, cell: '{partie}' },
      { title: 'Nom', width: 1700, cell: '{nom}' },
      { title: 'Qualité', width: 1438, cell: '{qualite}' },
      { title: 'Date', width: 2100, cell: '{date}' },
      { title: 'Signature', width: 1900, cell: '' },
    ],
    { height: 1134 },
  ),

  annex('Annexe 1 – Horaires d’ouverture'),
  section(
    'a_horaires',
    table('horaires', [
      { title: 'Jour', width: 2638, cell: '{jour}' },
      { title: 'Ouverture au public', width: 7000, cell: '{plages}' },
    ]),
  ),
  unless('a_horaires', paragraph('Horaires : à compléter.')),

  annex('Annexe 2 – Agents du guichet au {convention.debut}'),
  section(
    'a_agents',
    table('agents', [
      { title: 'Agent', width: 2000, cell: '{nom}' },
      { title: 'Fonction', width: 2138, cell: '{fonction}' },
      { title: 'Qualification', width: 1500, cell: '{qualification}' },
      { title: 'ETP', width: 1000, cell: '{etp}' },
      { title: 'Affectation', width: 1200, cell: '{affectation}' },
      { title: 'Compétences', width: 1800, cell: '{competences}' },
    ]),
  ),
  section('agents_masques', paragraph('Les noms des agents ne sont pas communiqués au lecteur de cet exemplaire.')),
  section('agents_manquent', paragraph('Agents : à compléter.')),

  annex('Annexe 3 – Obligations du type d’accueil {niveau.nom}'),
  paragraph('D’après le référentiel « {referentiel.nom} », applicable depuis le {referentiel.depuis} :'),
  section('obligations', item('{texte}')),
  unless('obligations', item('Aucune obligation n’est attachée à ce type d’accueil.')),
];
