import type { Row, Sql } from '../../concept/meta.js';
import { DateScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';

export const DeclarableDaysType = objectType('DeclarableDays', {
  from: { type: () => DateScalar },
  to: { type: () => DateScalar },
});

export const declarationDaysOf = (epci: Row): Sql => epci.col('declarationDays');
