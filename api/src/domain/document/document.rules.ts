import { type Level } from '../../base/codes.js';
import { type Day, holds } from '../../base/days.rules.js';
import { registersByDeliberation } from '../organisation/organisation.codes.js';
import { changesInWords } from './changes.rules.js';
import {
  dayOrToFill,
  type FrenchHours,
  frenchDay,
  frenchHours,
  frenchNumber,
  frenchTerm,
  orToFill,
  toFill,
} from './french.rules.js';
import type { DocumentSource, SourceItem } from './source.rules.js';
import type { DocumentWords } from './words.rules.js';

interface Element {
  /** The sentence to print: the text, else the title. */
  phrase: string;
  intitule: string;
  texte: string;
}

/** The tree of tags that a template names, in French as those who write templates do: `{guichet.nom}`, `{#missions}…{/missions}`. */
export interface DocumentTags {
  document: { titre: string; etabli_le: string };
  epci: { nom: string; siren: string };
  organisation: { nom: string; nature: string; siren: string };
  commune: { nom: string; code_insee: string };
  guichet: { nom: string; adresse: string; telephone: string };
  convention: {
    numero: string;
    debut: string;
    fin: string;
    duree: string;
    debut_initial: string;
    signee_initialement_le: string;
  };
  renouvelle: boolean;
  convention_precedente: string;
  niveau: { nom: string; texte: string };
  referentiel: { nom: string; depuis: string };
  missions: Element[];
  missions_par_niveau: { titre: string; missions: Element[] }[];
  /** It receives applicants, which the type COMMUNICATION does not. */
  recoit: boolean;
  modes_accueil: Element[];
  moyens: { etp: string; nombre_agents: string };
  /** Its working time is promised, or to be: the type of reception asks for some. */
  temps_attendu: boolean;
  a_moyens_attendus: boolean;
  moyens_attendus: Element[];
  competences_attendues: boolean;
  competences: Element[];
  enregistre: boolean;
  dossier_unique: boolean;
  a_deliberation: boolean;
  /** It registers, its kind of organisation deliberates first, and no deliberation is known. */
  deliberation_manque: boolean;
  deliberation: { assemblee: string; date: string; numero: string };
  a_convention_sne: boolean;
  convention_sne_manque: boolean;
  convention_sne: { signee_le: string };
  convention_sne_a_revoir: boolean;
  reunions_attendues: boolean;
  reunions_par_an: string;
  a_conditions: boolean;
  conditions_niveau: string;
  est_avenant: boolean;
  avenant: { rang: string };
  a_changements: boolean;
  changements: { champ: string; avant: string; apres: string }[];
  est_resiliee: boolean;
  resiliation: { date: string; motif: string; preavis: string };
  est_signee: boolean;
  signee_le: string;
  signataires: { partie: string; nom: string; qualite: string; date: string }[];
  a_horaires: boolean;
  horaires: FrenchHours[];
  a_agents: boolean;
  agents: {
    nom: string;
    fonction: string;
    qualification: string;
    etp: string;
    affectation: string;
    competences: string;
  }[];
  /** Nobody is at the guichet that day, and the reader may know it. */
  agents_manquent: boolean;
  /** Nobody is, and nobody has to be. */
  agents_sans_objet: boolean;
  agents_masques: boolean;
  obligations: { texte: string }[];
}

const elements = (codes: readonly string[] | null, items: readonly SourceItem[], labelOf: (code: string) => string) => {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const order = new Map(items.map(({ code }, index) => [code, index]));
  return [...(codes ?? [])]
    .sort((a, b) => (order.get(a) ?? items.length) - (order.get(b) ?? items.length))
    .map((code) => elementOf(byCode.get(code), labelOf(code)));
};
const elementOf = (item: SourceItem | undefined, label: string): Element => {
  const intitule = item?.label ?? label;
  const texte = item?.text?.trim() ?? '';
  return { phrase: texte || intitule, intitule, texte };
};

/** Missions under the first level whose list holds them, since each level repeats those before it. */
const byLevel = (codes: readonly string[], { missions, levels }: DocumentSource['referential'], words: DocumentWords) =>
  [...words.levels.keys(), undefined].flatMap((level) => {
    const itemOf = (code: string) => missions.nodes.find((item) => item.code === code);
    const held = codes.filter((code) => firstLevel(itemOf(code), words) === level);
    if (held.length === 0) return [];
    const item = levels.nodes.find(({ code }) => code === level);
    return [
      {
        titre: level
          ? `Au titre du type d’accueil ${item?.label ?? words.levels.get(level) ?? level}`
          : 'Autres missions',
        missions: elements(held, missions.nodes, (code) => code),
      },
    ];
  });
const firstLevel = (item: SourceItem | undefined, words: DocumentWords): Level | undefined =>
  [...words.levels.keys()].find((level) => item?.levels.includes(level));

/** Without signatories, yet or for those who do not see them, one empty box for each party. */
const signatoriesOf = ({ signatories, epci, guichet }: DocumentSource): DocumentTags['signataires'] =>
  signatories?.length
    ? signatories.map(({ party, name, quality, signedOn }) => ({
        partie: party,
        nom: name,
        qualite: quality ?? '',
        date: signedOn ? frenchDay(signedOn) : '',
      }))
    : [epci.name, guichet.organisation.name].map((partie) => ({ partie, nom: '', qualite: '', date: '' }));

/** Those who work at the guichet on the first day of the term, by name. */
const agentsOf = (source: DocumentSource, words: DocumentWords): DocumentTags['agents'] =>
  (source.guichet.assignments?.nodes ?? [])
    .filter((assignment) => holds(assignment, source.startsOn))
    .map(({ agent, etp, dedicated, qualification, competences }) => ({
      nom: `${agent.firstName} ${agent.lastName}`,
      fonction: orToFill(agent.jobTitle),
      qualification: qualification ? (words.qualifications.get(qualification) ?? qualification) : toFill,
      etp: etp === null ? toFill : frenchNumber(etp),
      affectation: dedicated ? 'dédié' : 'partagé',
      competences: elements(competences, source.referential.competences.nodes, words.competence)
        .map(({ intitule }) => intitule)
        .join('\u00a0; '),
    }))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));

/**
 * Everything that a document says of a version, in words.
 *
 * @param today 'YYYY-MM-DD': the day on which the document is made
 */
export const tagsOf = (source: DocumentSource, words: DocumentWords, today: Day): DocumentTags => {
  const { epci, guichet, convention, referential, level, rank } = source;
  const { organisation, commune } = guichet;
  const isAvenant = rank > 1;
  const endsOn = source.signedEndsOn ?? source.endsOn;
  const [first] = convention.first.nodes;
  const levelItem = referential.levels.nodes.find(({ code }) => code === level);
  const agents = agentsOf(source, words);
  const nobody = guichet.assignments !== undefined && agents.length === 0;
  const receives = level !== 'COMMUNICATION' || (source.receptionModes ?? []).length > 0;
  const means = referential.means.nodes.filter(({ levels }) => levels.includes(level));
  const changes = changesInWords(source.changes, source, words);
  const deliberated = Boolean(source.deliberationOn || source.deliberationNumber);
  return {
    document: {
      titre: isAvenant
        ? `Avenant n°\u00a0${rank - 1} à la convention ${convention.number}`
        : `Convention ${convention.number}`,
      etabli_le: frenchDay(today),
    },
    epci: { nom: epci.name, siren: orToFill(epci.siren) },
    organisation: {
      nom: organisation.name,
      nature: words.organisationKinds.get(organisation.kind) ?? organisation.kind,
      siren: orToFill(organisation.siren),
    },
    commune: { nom: commune.name, code_insee: commune.inseeCode },
    guichet: {
      nom: guichet.name,
      adresse: orToFill(guichet.address),
      telephone: orToFill(guichet.telephone?.replaceAll(' ', '\u00a0')),
    },
    convention: {
      numero: convention.number,
      debut: frenchDay(source.startsOn),
      fin: frenchDay(endsOn),
      duree: frenchTerm(source.startsOn, endsOn),
      debut_initial: dayOrToFill(first?.startsOn ?? source.startsOn),
      signee_initialement_le: dayOrToFill(first ? first.signedOn : source.signedOn),
    },
    renouvelle: convention.renews !== null && !isAvenant,
    convention_precedente: convention.renews?.number ?? '',
    niveau: { nom: levelItem?.label ?? words.levels.get(level) ?? level, texte: levelItem?.text ?? '' },
    referentiel: { nom: referential.name, depuis: frenchDay(referential.validFrom) },
    missions: elements(source.missions, referential.missions.nodes, (code) => code),
    missions_par_niveau: byLevel(source.missions ?? [], referential, words),
    recoit: receives,
    modes_accueil: elements(source.receptionModes, referential.receptionModes.nodes, words.receptionMode),
    moyens: {
      etp: source.etp === null ? toFill : frenchNumber(source.etp),
      nombre_agents: guichet.assignments && agents.length > 0 ? String(agents.length) : toFill,
    },
    temps_attendu: receives || source.etp !== null,
    a_moyens_attendus: means.length > 0,
    moyens_attendus: means.map((item) => elementOf(item, item.code)),
    competences_attendues: receives || (source.competences ?? []).length > 0,
    competences: elements(source.competences, referential.competences.nodes, words.competence),
    enregistre: source.registers,
    dossier_unique: source.dossierUnique,
    a_deliberation: deliberated,
    deliberation_manque: source.registers && registersByDeliberation[organisation.kind] && !deliberated,
    deliberation: {
      assemblee: orToFill(source.deliberationAssembly),
      date: dayOrToFill(source.deliberationOn),
      numero: orToFill(source.deliberationNumber),
    },
    a_convention_sne: source.sneSignedOn !== null,
    convention_sne_manque: source.registers && source.sneSignedOn === null,
    convention_sne: { signee_le: dayOrToFill(source.sneSignedOn) },
    convention_sne_a_revoir: source.sneToRevise,
    reunions_attendues: source.meetingsPerYear !== 0,
    reunions_par_an: source.meetingsPerYear === null ? toFill : frenchNumber(source.meetingsPerYear),
    a_conditions: Boolean(source.levelConditions?.trim()),
    conditions_niveau: orToFill(source.levelConditions),
    est_avenant: isAvenant,
    avenant: { rang: isAvenant ? String(rank - 1) : '' },
    a_changements: changes.length > 0,
    changements: changes,
    est_resiliee: source.terminatedOn !== null,
    resiliation: {
      date: dayOrToFill(source.terminatedOn),
      motif: orToFill(source.terminationMotive),
      preavis: dayOrToFill(source.noticeOn),
    },
    est_signee: source.signedOn !== null,
    signee_le: dayOrToFill(source.signedOn),
    signataires: signatoriesOf(source),
    a_horaires: source.openingHours !== null,
    horaires: frenchHours(source.openingHours),
    a_agents: agents.length > 0,
    agents,
    agents_manquent: nobody && receives,
    agents_sans_objet: nobody && !receives,
    agents_masques: guichet.assignments === undefined,
    obligations: referential.obligations.nodes.flatMap(({ level: held, text }) =>
      held === level ? [{ texte: text }] : [],
    ),
  };
};
