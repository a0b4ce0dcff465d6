import type { BeforeSave } from '../../write/rows.js';
import { GuichetClosed } from '../guichet/index.js';
import { OrganisationArchived } from '../organisation/index.js';
import { EndBeforeStart } from '../shared.errors.js';
import type { Agent } from './agent.entity.js';
import { AgentEnded, AssignmentsOverlap, InvalidEtp } from './agent.errors.js';
import { Assignment } from './assignment.entity.js';

/** An agent newly joins an organisation that is still there. */
export const checkAgent: BeforeSave<Agent> = async ({ caller, row, before }) => {
  if (row.organisation.id === before?.organisation.id) return;
  const { name, archivedOn } = await row.organisation.loadOrFail();
  if (archivedOn && archivedOn <= caller.today && !row.endedOn) throw new OrganisationArchived(name);
};

/**
 * The rules of an assignment: its days, its share of working time, an agent and a guichet that are there when it begins,
 * and one assignment at a time between the two. The database keeps the last one too, against two people who save at once.
 */
export const checkAssignment: BeforeSave<Assignment> = async ({ em, row, before }) => {
  const { id, startsOn, endsOn, etp } = row;
  if (endsOn && endsOn < startsOn) throw new EndBeforeStart(startsOn, endsOn);
  if (typeof etp === 'number' && (etp <= 0 || etp > 1)) throw new InvalidEtp();
  if (before && before.startsOn === startsOn && before.endsOn === endsOn) return;
  const agent = await row.agent.loadOrFail();
  const guichet = await row.guichet.loadOrFail();
  const name = `${agent.firstName} ${agent.lastName}`;
  if (agent.endedOn && agent.endedOn <= startsOn) throw new AgentEnded(name, agent.endedOn);
  if (guichet.closedOn && guichet.closedOn <= startsOn) throw new GuichetClosed(guichet.name, guichet.closedOn);
  const overlapping = await em.count(Assignment, {
    agent: agent.id,
    guichet: guichet.id,
    ...(id ? { id: { $ne: id } } : {}),
    ...(endsOn ? { startsOn: { $lte: endsOn } } : {}),
    $or: [{ endsOn: null }, { endsOn: { $gte: startsOn } }],
  });
  if (overlapping > 0) throw new AssignmentsOverlap(name, guichet.name);
};
