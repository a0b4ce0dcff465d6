import { Migration } from '@mikro-orm/migrations';

/**
 * The elements of the référentiels that were there before elements were data: what each level holds, under the codes that
 * conventions name. Without them no mission of a convention would be known, and no next version could begin with them.
 */
export class Migration20261122000420 extends Migration {
  override up(): void {
    this.addSql(`
      insert into referential_item (epci_id, referential_id, kind, code, levels, label, text, position)
      select r.epci_id, r.id, i.kind, i.code, i.levels::text[], i.label, i.text, i.position
      from referential r cross join (values
        ('LEVEL', 'COMMUNICATION', '{COMMUNICATION}', 'Communication', 'Le guichet ne reçoit pas en personne. Il publie la même information que tous les autres sur le site de la commune et tient à la mairie les documents destinés aux demandeurs.', 1),
        ('LEVEL', 'INFO', '{INFO}', 'Info', 'Le guichet reçoit sur place sans rendez-vous et répond au téléphone. Il informe sur la demande de logement social et dit la même chose que tous les autres guichets.', 2),
        ('LEVEL', 'SUIVI', '{SUIVI}', 'Suivi', 'Le guichet reçoit sur place avec ou sans rendez-vous et répond au téléphone. Il informe, dit au demandeur où en est son dossier, le met à jour et le renouvelle.', 3),
        ('LEVEL', 'CONSEIL', '{CONSEIL}', 'Conseil', 'Le guichet reçoit en entretien personnel, sur rendez-vous, et répond au téléphone. Il aide à préciser le besoin, le confronte à l’offre et oriente vers les services compétents.', 4),
        ('MISSION', 'WEBSITE_TEXT', '{COMMUNICATION,INFO,SUIVI,CONSEIL}', 'Publier sur son site le même texte que partout', 'Publier sur le site de la commune ou de l’organisme le texte d’information commun à tout le réseau, sans le modifier.', 1),
        ('MISSION', 'LEAFLETS', '{COMMUNICATION,INFO,SUIVI,CONSEIL}', 'Mettre à disposition les documents destinés aux demandeurs', 'Tenir à la disposition des demandeurs, à la mairie ou à l’accueil, les documents d’information du service.', 2),
        ('MISSION', 'EXPLAIN_FILING', '{INFO,SUIVI,CONSEIL}', 'Expliquer comment déposer une demande', 'Expliquer à chaque demandeur comment déposer une demande de logement social et quelles pièces joindre.', 3),
        ('MISSION', 'EXPLAIN_ONLINE_REGISTRATION', '{INFO,SUIVI,CONSEIL}', 'Expliquer l’enregistrement en ligne', 'Expliquer comment enregistrer sa demande en ligne et comment la suivre ensuite.', 4),
        ('MISSION', 'EXPLAIN_DOSSIER_UNIQUE', '{INFO,SUIVI,CONSEIL}', 'Expliquer le dossier unique', 'Expliquer le dossier unique : chaque pièce se donne une seule fois et sert à tous les bailleurs.', 5),
        ('MISSION', 'EXPLAIN_PROCESSING', '{INFO,SUIVI,CONSEIL}', 'Expliquer comment une demande est traitée', 'Expliquer le parcours d’une demande, de son enregistrement à la commission d’attribution.', 6),
        ('MISSION', 'EXPLAIN_SUPPLY', '{INFO,SUIVI,CONSEIL}', 'Présenter les logements proposés, y compris par les agences', 'Présenter les logements sociaux du territoire, y compris ceux que louent les agences.', 7),
        ('MISSION', 'SHARED_TOOLS', '{INFO,SUIVI,CONSEIL}', 'Utiliser les outils des professionnels et remettre ceux des demandeurs', 'Utiliser les outils communs aux professionnels du réseau et remettre aux demandeurs ceux qui leur sont destinés.', 8),
        ('MISSION', 'FILE_PROGRESS', '{SUIVI,CONSEIL}', 'Dire au demandeur où en est son dossier', 'Dire au demandeur où en est son dossier et pourquoi il avance ou non.', 9),
        ('MISSION', 'SNE_UPDATE', '{SUIVI,CONSEIL}', 'Mettre à jour le système national (SNE)', 'Mettre à jour la demande dans le système national d’enregistrement (SNE) à chaque changement de situation.', 10),
        ('MISSION', 'RENEWAL', '{SUIVI,CONSEIL}', 'Renouveler les demandes', 'Renouveler les demandes qui arrivent à échéance, avec le demandeur.', 11),
        ('MISSION', 'INTERVIEW', '{CONSEIL}', 'Mener l’entretien qui précise le besoin', 'Mener un entretien personnel qui précise le besoin de logement du ménage.', 12),
        ('MISSION', 'NEED_AND_SUPPLY', '{CONSEIL}', 'Confronter besoin et souhait à l’offre existante', 'Confronter le besoin et le souhait du demandeur à l’offre qui existe sur le territoire.', 13),
        ('MISSION', 'REDIRECT_REQUEST', '{CONSEIL}', 'Réorienter la demande', 'Réorienter la demande lorsque l’entretien le justifie, et la mettre à jour dans le système national (SNE).', 14),
        ('MISSION', 'RISK_SITUATIONS', '{CONSEIL}', 'Adresser les situations à risque au bon service social', 'Adresser les situations à risque au service social qui peut agir, avec l’accord de la personne.', 15),
        ('MISSION', 'SPECIALISED_ORIENTATION', '{CONSEIL}', 'Orienter vers le bon service : expulsion, logement indigne, propriétaires en difficulté, handicap', 'Orienter vers le service compétent en cas d’expulsion, de logement indigne, de difficulté d’un propriétaire ou de handicap.', 16),
        ('RECEPTION_MODE', 'IN_PERSON_WALK_IN', '{INFO,SUIVI}', 'Sur place, sans rendez-vous', 'Recevoir sur place, sans rendez-vous, aux heures d’ouverture du guichet.', 1),
        ('RECEPTION_MODE', 'IN_PERSON_APPOINTMENT', '{SUIVI,CONSEIL}', 'Sur place, sur rendez-vous', 'Recevoir sur place, sur rendez-vous.', 2),
        ('RECEPTION_MODE', 'TELEPHONE', '{INFO,SUIVI,CONSEIL}', 'Par téléphone', 'Répondre au téléphone aux heures d’ouverture du guichet.', 3),
        ('RECEPTION_MODE', 'TELEPHONE_DUTY', '{CONSEIL}', 'Permanence téléphonique', 'Tenir une permanence téléphonique à des heures annoncées.', 4),
        ('RECEPTION_MODE', 'INTERVIEW_APPOINTMENT', '{CONSEIL}', 'Entretien personnel sur rendez-vous', 'Recevoir en entretien personnel, sur rendez-vous.', 5),
        ('MEANS', 'NO_PARTICULAR_STAFF', '{COMMUNICATION}', 'Aucun personnel particulier', 'Cet accueil ne demande pas de personnel particulier.', 1),
        ('MEANS', 'INFORMED_AGENT', '{INFO}', 'Un agent informé et formé', 'Affecter à l’accueil un agent informé et formé.', 2),
        ('MEANS', 'QUALIFIED_AGENT', '{SUIVI}', 'Un agent qualifié et formé', 'Affecter à l’accueil un agent qualifié et formé.', 3),
        ('MEANS', 'DEDICATED_AGENT', '{CONSEIL}', 'Un agent dédié, qualifié et formé', 'Affecter à l’accueil un agent de la commune ou du bailleur qui s’y consacre, qualifié et formé.', 4),
        ('MEANS', 'TECHNICAL_STAFF', '{INFO,SUIVI,CONSEIL}', 'Moyens comptés en personnel technique', 'Seul le personnel technique compte dans les moyens du guichet, en équivalents temps plein (ETP).', 5),
        ('COMPETENCE', 'TOOLS', '{INFO,SUIVI,CONSEIL}', 'Maîtrise des outils des professionnels et des demandeurs', 'Maîtriser les outils des professionnels et ceux qui sont remis aux demandeurs.', 1),
        ('COMPETENCE', 'ATTRIBUTION_RULES', '{SUIVI,CONSEIL}', 'Connaissance des règles d’attribution', 'Savoir comment les logements sont attribués : réservataires, pré-commission, commission, règles de priorité.', 2),
        ('COMPETENCE', 'LOCAL_SUPPLY', '{SUIVI,CONSEIL}', 'Connaissance de l’offre et de la demande locales', 'Connaître l’offre et la demande de logement social du territoire.', 3),
        ('COMPETENCE', 'EXPLAIN_PROGRESS', '{SUIVI,CONSEIL}', 'Capacité d’expliquer pourquoi un dossier avance ou non', 'Savoir expliquer pourquoi un dossier avance ou non.', 4),
        ('COMPETENCE', 'SOCIAL_SERVICES', '{CONSEIL}', 'Connaissance des services sociaux et du logement', 'Connaître le rôle et les missions des services sociaux et du logement, et la manière de les saisir.', 5)
      ) as i(kind, code, levels, label, text, position)
      where not exists (select from referential_item known where known.referential_id = r.id) and r.state = 'PUBLISHED'
      order by r.id, i.kind, i.position`);
  }
}
