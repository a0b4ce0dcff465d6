import { sql } from 'kysely';
import { addDays } from '../../base/days.rules.js';
import { EndBeforeStart } from '../../base/shared.errors.js';
import { endAccessOfAgent } from '../../identity/account/departure.js';
import { type BeforeSave, beforeSave } from '../../write/rules.js';
import { GuichetClosed } from '../guichet/index.js';
import { OrganisationArchived } from '../organisation/index.js';
import { Agent } from './agent.entity.js';
import { AgentEnded, AssignmentsOverlap, InvalidEtp } from './agent.errors.js';
import { Assignment } from './assignment.entity.js';

/** The rules of an agent, and what their departure ends. */
beforeSave(Agent, async (change) => {
  await checkOrganisation(change);
  const { row, before } = change;
  if (before && row.endedOn && row.endedOn !== before.endedOn) await depart(change, row.endedOn);
});

/** An agent newly joins an organisation that is still there. */
const checkOrganisation: BeforeSave<Agent> = async ({ caller, row, before }) => {
  if (row.organisation.id === before?.organisation.id) return;
  const { name, archivedOn } = await row.organisation.loadOrFail();
  if (archivedOn && archivedOn <= caller.today && !row.endedOn) throw new OrganisationArchived(name);
};

/**
 * A departure is one act: from its day on the agent works at no guichet and is expected at no meeting, and once it has come they
 * enter no more. What reads a day to come asks `endedOn` itself.
 */
const depart = async ({ em, caller, row }: Parameters<BeforeSave<Agent>>[0], endedOn: string): Promise<void> => {
  const assignments = await em.find(Assignment, {
    agent: row.id,
    $or: [{ endsOn: null }, { endsOn: { $gte: endedOn } }],
  });
  for (const assignment of assignments)
    if (assignment.startsOn < endedOn) assignment.endsOn = addDays(endedOn, -1);
    else em.remove(assignment);
  await sql`
    delete from attendance t using meeting m
    where m.id = t.meeting_id and t.agent_id = ${row.id}::bigint and t.state in ('INVITED', 'REGISTERED')
      and m.state in ('PLANNED', 'OPEN') and m.held_on >= ${endedOn}::date`.execute(em.getKysely());
  if (endedOn <= caller.today) await endAccessOfAgent(em, caller, row.id);
};

/**
 * The rules of an assignment: its days, its share of working time, an agent and a guichet that are there when it begins,
 * and one assignment at a time between the two. The database keeps the last one too, against two people who save at once.
 */
beforeSave(Assignment, async ({ em, row, before }) => {
  const { id, startsOn, endsOn, etp } = row;
  if (endsOn && endsOn < startsOn) throw new EndBeforeStart(startsOn, endsOn);
  if (typeof etp === 'number' && (etp <= 0 || etp > 1)) throw new InvalidEtp();
  if (before && before.startsOn === startsOn && before.endsOn === endsOn) return;
  const agent = await row.agent.loadOrFail();
  const guichet = await row.guichet.loadOrFail();
  const name = `${agent.firstName} ${agent.lastName}`;
  if (agent.endedOn && (agent.endedOn <= startsOn || (endsOn && agent.endedOn <= endsOn)))
    throw new AgentEnded(name, agent.endedOn);
  // Without an end of its own it ends with the agent's work.
  if (agent.endedOn && !endsOn) row.endsOn = addDays(agent.endedOn, -1);
  if (guichet.closedOn && guichet.closedOn <= startsOn) throw new GuichetClosed(guichet.name, guichet.closedOn);
  const overlapping = await em.count(Assignment, {
    agent: agent.id,
    guichet: guichet.id,
    ...(id ? { id: { $ne: id } } : {}),
    ...(endsOn ? { startsOn: { $lte: endsOn } } : {}),
    $or: [{ endsOn: null }, { endsOn: { $gte: startsOn } }],
  });
  if (overlapping > 0) throw new AssignmentsOverlap(name, guichet.name);
});
