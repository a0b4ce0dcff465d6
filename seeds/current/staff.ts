import type { Level } from '../../api/src/base/codes.js';
import { addDays, addMonths } from '../../api/src/base/days.rules.js';
import { endOfMonth } from '../days.js';
import { competencesOf } from '../levels.js';
import type { AgentRow, AssignmentRow, GuichetRow, ParsedSeeds } from '../rows.js';
import { livingGuichets, type Term } from './term.js';

/** Invented people, like every name of the dataset: none is a person of the territory. */
const FIRST_NAMES = [
  'Agathe',
  'Bastien',
  'Clémence',
  'Djamila',
  'Émeline',
  'Fabrice',
  'Garance',
  'Héloïse',
  'Ismaël',
  'Judith',
  'Kelly',
  'Lucas',
  'Mélissa',
  'Nolwenn',
  'Oriane',
  'Perrine',
  'Rémi',
  'Solène',
  'Timothée',
  'Valentine',
  'William',
  'Yohan',
  'Anaïs',
  'Bilal',
  'Coralie',
  'Dorian',
] as const;
const LAST_NAMES = [
  'Ambrevaux',
  'Bertinoz',
  'Clavioz',
  'Dampraz',
  'Écharvines',
  'Fournévaz',
  'Gravillon',
  'Hirtevaux',
  'Jorcenay',
  'Lambrevoie',
  'Montréaz',
  'Nivorel',
  'Oltramont',
  'Prasselin',
  'Rouvillaz',
  'Savinel',
  'Tournillac',
  'Uvernoz',
  'Vaudremont',
  'Wernoz',
  'Yvraud',
  'Zacharoux',
  'Balmorel',
  'Crozelan',
  'Durevaz',
  'Érisoul',
] as const;

/** How many people a guichet of this level has when nothing else is said. */
const USUAL_STAFF: Readonly<Record<Level, number>> = { COMMUNICATION: 0, INFO: 1, SUIVI: 1, CONSEIL: 2 };
const STAFF: Readonly<Record<string, number>> = {
  'voiron-service-logement': 4,
  'voiron-pluralis': 5,
  'voiron-opac-38': 3,
  'coublevie-mairie': 2,
  'saint-jean-de-moirans-mairie': 2,
  'chirens-mairie': 2,
  'rives-mairie': 3,
  'saint-geoire-en-valdaine-mairie': 2,
  // Nobody of its own: the agent of Charavines comes, see SHARED.
  'bilieu-mairie': 0,
};
const USUAL_ETP: Readonly<Record<Level, number>> = { COMMUNICATION: 0, INFO: 0.1, SUIVI: 0.2, CONSEIL: 0.3 };

/** One agent, two guichets. */
const SHARED = { from: 'charavines-mairie', to: 'bilieu-mairie' } as const;
/** Its dedicated agent left in the former plan and was not replaced: an obligation missed. */
const WITHOUT_DEDICATED = 'tullins-mairie';
/** People who come and go: someone left in mid-year and was replaced, someone left and was not, someone has said they will leave. */
const REPLACED = 'coublevie-mairie';
const NOT_REPLACED = 'rives-mairie';
const LEAVING_SOON = 'saint-jean-de-moirans-mairie';

export interface Staff {
  agents: AgentRow[];
  assignments: AssignmentRow[];
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** The people of the plan: those of 2016 who are still there, the newcomers, and the movements of the last months. */
export function staffOf(base: ParsedSeeds, term: Term, today: string): Staff {
  const agents: AgentRow[] = [];
  const assignments: AssignmentRow[] = [];

  const newcomer = (guichet: GuichetRow, endedOn: string | null = null): AgentRow => {
    const firstName = FIRST_NAMES[agents.length];
    const lastName = LAST_NAMES[(agents.length * 11) % LAST_NAMES.length];
    if (!firstName || !lastName) throw new Error('The lists of invented names are too short.');
    const agent: AgentRow = {
      agentKey: `${slug(firstName)}-${slug(lastName)}`,
      organisationKey: guichet.organisationKey,
      firstName,
      lastName,
      email: `${slug(firstName)}.${slug(lastName)}@${guichet.organisationKey.replace('commune-', 'mairie-')}.example`,
      // 04 65 71 is one of the ranges kept for fiction by the French numbering plan.
      telephone: `04 65 71 20 ${String(agents.length + 10)}`,
      jobTitle: guichet.levelAgreed === 'CONSEIL' ? 'Conseil logement' : 'Accueil',
      endedOn,
      source: 'RECONSTRUCTED',
    };
    agents.push(agent);
    return agent;
  };

  const assign = (agentKey: string, guichet: GuichetRow, level: Level, more: Partial<AssignmentRow> = {}): void => {
    assignments.push({
      agentKey,
      guichetKey: guichet.guichetKey,
      startsOn: term.startsOn,
      endsOn: null,
      etp: USUAL_ETP[level],
      dedicated: false,
      reviewer: false,
      qualification: level === 'INFO' ? 'INFORMED' : 'QUALIFIED',
      competences: competencesOf(level),
      source: 'RECONSTRUCTED',
      ...more,
    });
  };

  const guichets = livingGuichets(base, today);
  for (const guichet of guichets) {
    const level = guichet.levelAgreed ?? 'COMMUNICATION';
    const wanted = STAFF[guichet.guichetKey] ?? USUAL_STAFF[level];
    const remaining = base.assignments
      .filter(
        (it) =>
          it.guichetKey === guichet.guichetKey && base.agents.find((a) => a.agentKey === it.agentKey)?.endedOn === null,
      )
      .slice(0, wanted);
    for (const former of remaining) {
      const dedicated = former.dedicated && guichet.guichetKey !== WITHOUT_DEDICATED;
      assign(former.agentKey, guichet, level, { etp: former.etp ?? USUAL_ETP[level], dedicated });
    }
    const hasDedicated = remaining.some((it) => it.dedicated) || guichet.guichetKey === WITHOUT_DEDICATED;
    for (let missing = wanted - remaining.length, first = true; missing > 0; missing -= 1, first = false) {
      const dedicated = level === 'CONSEIL' && first && !hasDedicated;
      assign(newcomer(guichet).agentKey, guichet, level, { dedicated, etp: dedicated ? 0.5 : USUAL_ETP[level] });
    }
  }

  const guichetOf = (key: string): GuichetRow => {
    const found = guichets.find((it) => it.guichetKey === key);
    if (!found) throw new Error(`No living guichet ${key}`);
    return found;
  };

  const shared = assignments.find((it) => it.guichetKey === SHARED.from);
  if (shared) assign(shared.agentKey, guichetOf(SHARED.to), 'INFO', { etp: 0.05 });

  // Somebody who was there from the start of the plan and left at the end of a month, some three months ago.
  const leftOn = endOfMonth(addMonths(today, -4));
  const replacedGuichet = guichetOf(REPLACED);
  assign(newcomer(replacedGuichet, leftOn).agentKey, replacedGuichet, 'SUIVI', { endsOn: leftOn });
  assign(newcomer(replacedGuichet).agentKey, replacedGuichet, 'SUIVI', { startsOn: addDays(leftOn, 1) });

  const lastOfRives = assignments.findLast((it) => it.guichetKey === NOT_REPLACED && !it.dedicated);
  endAssignment(lastOfRives, endOfMonth(addMonths(today, -3)));
  endAssignment(
    assignments.findLast((it) => it.guichetKey === LEAVING_SOON),
    endOfMonth(addMonths(today, 1)),
  );
  return { agents, assignments };

  /** Ends the assignment, and the agent's presence when the agent came with this plan (those of 2016 stay as their file says). */
  function endAssignment(assignment: AssignmentRow | undefined, endsOn: string): void {
    if (!assignment) return;
    assignment.endsOn = endsOn;
    const agent = agents.find((it) => it.agentKey === assignment.agentKey);
    if (agent) agent.endedOn = endsOn;
  }
}
