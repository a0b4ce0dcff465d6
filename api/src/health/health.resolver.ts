import { Authorized, Ctx, Float, Int, Query, Resolver } from 'type-graphql';
import { type Role } from '../base/codes.js';
import { codeType } from '../concept/enums.js';
import { DateTimeScalar } from '../concept/scalars.js';
import { objectType } from '../concept/type-graphql.js';
import { operationDescription } from '../concept/vocabulary.js';
import type { Context } from '../graphql/context.js';
import { JobName } from '../jobs/job.codes.js';
import { BackupStanding, HealthCheckName } from './health.codes.js';

const HealthCheck = objectType('HealthCheck', {
  name: { type: codeType({ HealthCheckName }) },
  ok: { type: () => Boolean },
});

const BackupHealth = objectType('BackupHealth', {
  standing: { type: codeType({ BackupStanding }) },
  madeAt: { type: () => DateTimeScalar, nullable: true },
  verifiedAt: { type: () => DateTimeScalar, nullable: true },
  bytes: { type: () => Float, nullable: true },
  failedAt: { type: () => DateTimeScalar, nullable: true },
});

const JobHealth = objectType('JobHealth', {
  name: { type: codeType({ JobName }) },
  ranAt: { type: () => DateTimeScalar, nullable: true },
  failedAt: { type: () => DateTimeScalar, nullable: true },
});

const HealthReport = objectType('HealthReport', {
  checks: { type: () => [HealthCheck] },
  version: { type: () => String },
  postgresql: { type: () => String },
  databaseBytes: { type: () => Float, nullable: true },
  freeBytes: { type: () => Float, nullable: true },
  startedAt: { type: () => DateTimeScalar },
  waitingMails: { type: () => Int },
  backups: { type: () => BackupHealth },
  jobs: { type: () => [JobHealth] },
});

/** Who looks after the installation. */
const operators: Role[] = ['ADMIN'];

@Resolver()
export class HealthResolver {
  @Authorized(operators)
  @Query(() => HealthReport, { description: operationDescription('health') })
  health(@Ctx() { health }: Context) {
    return health.report();
  }
}
