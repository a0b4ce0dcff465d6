/** What is asked of an installation that serves people: a connection, this version's tables and functions, a write, room on the disk. */
export const HealthCheckName = ['CONNECTION', 'VERSION', 'WRITE', 'DISK'] as const;
export type HealthCheckName = (typeof HealthCheckName)[number];

/** How it stands with the backups. OFF: none is asked for; LATE: the last one that was read back is of more than 26 hours ago. */
export const BackupStanding = ['OFF', 'NONE', 'FAILED', 'LATE', 'VERIFIED'] as const;
export type BackupStanding = (typeof BackupStanding)[number];
