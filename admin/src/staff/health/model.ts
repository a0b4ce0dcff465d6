import type { BackupStanding, HealthQuery } from '../../generated/graphql';
import type { ObligationState } from '../../theme/tokens';

export type HealthRead = HealthQuery;
type Job = HealthQuery['health']['jobs'][number];

/** How the standing of the backups looks. */
export const backupLooks: Readonly<Record<BackupStanding, ObligationState>> = {
  VERIFIED: 'MET',
  NONE: 'UNKNOWN',
  LATE: 'AT_RISK',
  FAILED: 'NOT_MET',
  OFF: 'NOT_MET',
};

/** Has a job failed since it was last done? */
export const lastRunFailed = ({ ranAt, failedAt }: Job): boolean => !!failedAt && (!ranAt || ranAt < failedAt);
