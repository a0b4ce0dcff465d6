import { ID, Int } from 'type-graphql';
import { Level } from '../../base/codes.js';
import { codeType } from '../../concept/enums.js';
import { JsonScalar } from '../../concept/scalars.js';
import { objectType } from '../../concept/type-graphql.js';
import { ComplianceStatus, Difference, ObligationKind, ReferentialPart } from './referential.codes.js';

const text = () => String;
const int = () => Int;
const status = { type: codeType({ ComplianceStatus }), nullable: true };
const level = codeType({ Level });

const ReferentialFieldChange = objectType('ReferentialFieldChange', {
  field: { type: text },
  before: { type: () => JsonScalar, nullable: true },
  after: { type: () => JsonScalar, nullable: true },
});

const ReferentialChange = objectType('ReferentialChange', {
  kind: { type: codeType({ Difference }) },
  what: { type: codeType({ ReferentialPart }) },
  code: { type: text },
  levels: { type: () => [level()] },
  label: { type: text },
  fields: { type: () => [ReferentialFieldChange] },
});

const ObligationStatusChange = objectType('ObligationStatusChange', {
  kind: { type: codeType({ ObligationKind }) },
  level: { type: level },
  before: status,
  after: status,
  textBefore: { type: text, nullable: true },
  textAfter: { type: text, nullable: true },
});

const GuichetStatusChange = objectType('GuichetStatusChange', {
  guichetId: { type: () => ID },
  guichetName: { type: text },
  communeName: { type: text },
  level: { type: level, nullable: true },
  before: status,
  after: status,
  reasons: { type: () => [ObligationStatusChange] },
});

const ComparisonCounts = objectType('ComparisonCounts', {
  added: { type: int },
  removed: { type: int },
  changed: { type: int },
  guichets: { type: int },
  judged: { type: int },
});

export const ReferentialComparison = objectType('ReferentialComparison', {
  changes: { type: () => [ReferentialChange] },
  guichets: { type: () => [GuichetStatusChange] },
  counts: { type: () => ComparisonCounts },
});
