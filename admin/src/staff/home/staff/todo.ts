import type { StaffHomeQuery } from '../../../generated/graphql';
import { allJudgements, type Report } from '../../compliance/model';

/** One thing to do, as the API says it: the daily mail says the same. */
export type ToDo = StaffHomeQuery['toDo'][number];

/** Share of obligations met among those judged; undefined when none is. */
export function metShare(reports: readonly Report[]): { met: number; judged: number } {
  const judged = allJudgements(reports);
  return { met: judged.filter(({ status }) => status === 'MET').length, judged: judged.length };
}
