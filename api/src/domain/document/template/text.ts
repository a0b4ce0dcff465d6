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
    '**{organisation.nom}**, SIREN {organisation.siren}, qui porte le guichet « {guichet.nom} » (commune : {commune.nom} ; adresse : {guichet.adresse} ; téléphone : {guichet.telephone}), ci-après « l’organisme »,',
  ),
  paragraph('représentés par leurs signataires, désignés à la fin du document,'),
  paragraph(
    'Vu le code de la construction et de l’habitation, notamment ses articles L. 441-2-8 et R. 441-2-10 et suivants ;',
  ),
  section(
    'a_deliberation',
    paragraph('Vu la délibération n° {deliberation.numero} du {deliberation.date} ({deliberation.assemblee}) ;'),
  ),
  section('renouvelle', paragraph('Vu la convention {convention_precedente}, à laquelle celle-ci fait suite ;')),
  paragraph('Il est convenu ce qui suit.'),

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
  section(
    'recoit',
    paragraph('Les modes d’accueil du guichet sont les suivants :'),
    section('modes_accueil', item('{phrase}')),
    unless('modes_accueil', item('à compléter')),
    paragraph('Ses horaires d’ouverture sont à l’annexe 1.'),
  ),

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
  section(
    'temps_attendu',
    paragraph(
      'L’organisme consacre au guichet, en personnel technique et en équivalent temps plein : {moyens.etp} ETP. Les agents du guichet au premier jour sont nommés à l’annexe 2.',
    ),
  ),
  section(
    'a_moyens_attendus',
    paragraph('Le référentiel dit des moyens de ce type d’accueil :'),
    section('moyens_attendus', item('{phrase}')),
  ),

  article('Compétences'),
  section(
    'competences_attendues',
    paragraph('Les agents du guichet ont ou acquièrent les compétences suivantes :'),
    section('competences', item('{phrase}')),
    unless('competences', item('à compléter')),
  ),
  unless('competences_attendues', paragraph('Ce type d’accueil ne demande pas de compétence particulière.')),

  article('Formation et réunions'),
  section(
    'reunions_attendues',
    paragraph(
      'Nombre de réunions du service auxquelles le guichet participe chaque année, au moins : {reunions_par_an}.',
    ),
  ),
  unless(
    'reunions_attendues',
    paragraph('Le guichet n’est tenu de participer à aucune réunion du service ; il peut y prendre part.'),
  ),
  paragraph('Les agents du guichet suivent les formations que l’EPCI propose ; l’organisme leur en donne le temps.'),

  article('Engagements de l’EPCI'),
  paragraph(
    'L’EPCI anime et coordonne le réseau des guichets, organise les réunions, les échanges et les formations, et met à disposition les outils des professionnels et des demandeurs.',
  ),

  article('Suivi et bilan annuel'),
  paragraph(
    'Les parties suivent ensemble l’exécution de la convention. Chaque année, l’organisme donne à l’EPCI ce qui est nécessaire au bilan annuel du guichet : activité, agents, participation aux réunions, difficultés rencontrées. L’EPCI en rend compte dans le bilan annuel du service.',
  ),

  article('Données personnelles'),
  paragraph(
    'Les agents du guichet gardent le secret sur ce qu’ils apprennent des demandeurs. Chaque partie traite les données personnelles conformément au règlement (UE) 2016/679 et à la loi n° 78-17 du 6 janvier 1978.',
  ),

  article('Conditions de maintien du type d’accueil'),
  section('a_conditions', paragraph('{conditions_niveau}')),
  unless('a_conditions', paragraph('Aucune condition particulière n’est fixée.')),

  article('Durée'),
  section(
    'est_avenant',
    paragraph(
      'La convention a pris effet le {convention.debut_initial}. Telle que l’avenant la modifie, elle s’applique du {convention.debut} au {convention.fin} inclus.',
    ),
  ),
  unless(
    'est_avenant',
    paragraph(
      'La convention prend effet le {convention.debut} et s’achève le {convention.fin} inclus{#convention.duree}, soit {convention.duree}{/convention.duree}.',
    ),
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

  article('Différends'),
  paragraph(
    'Les parties cherchent d’abord un accord amiable. À défaut, le différend est porté devant le tribunal administratif compétent.',
  ),

  part('Signatures'),
  section('est_signee', paragraph('Signé le {signee_le}.', 'AvecLaSuite')),
  unless(
    'est_signee',
    paragraph('Fait à ……………………………, le ……………………………, en autant d’exemplaires originaux que de parties.', 'AvecLaSuite'),
  ),
  table(
    'signataires',
    [
      { title: 'Partie', width: 2038, cell: '{partie}' },
      { title: 'Nom', width: 1600, cell: '{nom}' },
      { title: 'Qualité', width: 1600, cell: '{qualite}' },
      { title: 'Date', width: 2000, cell: '{date}' },
      { title: 'Signature', width: 2400, cell: '' },
    ],
    { height: 1134, whole: true },
  ),

  annex('Annexe 1 – Horaires d’ouverture'),
  section(
    'a_horaires',
    table('horaires', [
      { title: 'Jour', width: 2638, cell: '{jour}' },
      { title: 'Ouverture au public', width: 7000, cell: '{plages}' },
    ]),
  ),
  unless(
    'a_horaires',
    section('recoit', paragraph('Horaires : à compléter.')),
    unless('recoit', paragraph('Sans objet : ce type d’accueil se passe de réception en personne.')),
  ),

  annex('Annexe 2 – Agents du guichet au {convention.debut}'),
  section(
    'a_agents',
    table('agents', [
      { title: 'Agent, fonction', width: 2450, cell: '{nom}, {fonction}' },
      { title: 'Qualification', width: 1600, cell: '{qualification}' },
      { title: 'ETP', width: 700, cell: '{etp}' },
      { title: 'Affectation', width: 1450, cell: '{affectation}' },
      { title: 'Compétences', width: 3438, cell: '{competences}' },
    ]),
  ),
  section('agents_masques', paragraph('Les noms des agents ne sont pas communiqués au lecteur de cet exemplaire.')),
  section('agents_manquent', paragraph('Agents : à compléter.')),
  section('agents_sans_objet', paragraph('Sans objet : ce type d’accueil ne demande pas d’agent désigné.')),

  annex('Annexe 3 – Obligations du type d’accueil {niveau.nom}'),
  paragraph('D’après le référentiel « {referentiel.nom} », applicable depuis le {referentiel.depuis} :'),
  section('obligations', item('{texte}')),
  unless('obligations', item('Aucune obligation n’est attachée à ce type d’accueil.')),
];
