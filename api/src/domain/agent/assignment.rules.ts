import { type Day, holds } from '../../base/days.rules.js';

/** An agent at a guichet for a period, both days included; no end: still there. `etp` null: never entered. */
export interface AssignmentFacts {
  readonly agentId: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly etp: number | null;
  readonly dedicated: boolean;
}

/** The assignments that hold on the day. */
export function assignedOn<T extends Pick<AssignmentFacts, 'startsOn' | 'endsOn'>>(
  assignments: readonly T[],
  day: Day,
): T[] {
  return assignments.filter((assignment) => holds(assignment, day));
}
