// Who may import whom: docs say it in prose, this refuses the rest. Type-only imports are free except where said.

const tests = '\\.test\\.tsx?$|^api/(test|bench|drills)/|^admin/e2e/';
/** Rules of the kinds of obligation. */
const obligations = '^api/src/domain/referential/obligations/[^/]+\\.ts$';
const pure = `\\.(rules|errors|codes)\\.ts$|${obligations}|^api/src/base/(codes|refusal)\\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment:
        'Rules and refusals know no ORM, no GraphQL, no clock, no I/O: only types, each other, and closed code lists.',
      severity: 'error',
      from: { path: `\\.(rules|errors|codes)\\.ts$|${obligations}` },
      to: { pathNot: `${pure}|node_modules/dayjs/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rule-tests-need-no-database',
      comment: 'Tests of rules run in a second, without a database.',
      severity: 'error',
      from: { path: '\\.rules\\.test\\.ts$' },
      to: {
        path: '^api/(test|src/(database|read|write|graphql|http|jobs|mail))/',
        pathNot: '^api/test/compliance-builders\\.ts$|\\.rules\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'entities-declare',
      comment: 'An entity declares: it does not call services, resolvers, the database, the read road or HTTP.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: {
        path: '\\.(service|resolver)\\.ts$|^api/src/(database|read|graphql|http)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'concepts-meet-at-the-door',
      comment:
        'A concept uses another through its index.ts. Entities name each other for relations; rules and refusals are shared.',
      severity: 'error',
      from: {
        path: '^api/src/(domain/[^/]+|identity|history)/',
        pathNot: `\\.(entity|rules|errors|codes)\\.ts$|${obligations}|${tests}`,
      },
      to: {
        path: '^api/src/domain/[^/]+/',
        pathNot: '^api/src/$1/|^api/src/domain/[^/]+/index\\.ts$|\\.(codes|shapes)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'services-stay-below',
      comment: 'A service does not know GraphQL or HTTP, nor does it call resolvers.',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '\\.resolver\\.ts$|^api/src/(graphql|http)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvers-are-thin',
      comment: 'A resolver unpacks arguments and calls its service or the read road: no database of its own.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '^api/src/(database|http)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'machinery-knows-no-concept',
      comment: 'read, database, graphql, http, concept and words work from metadata: none of them names a concept.',
      severity: 'error',
      from: { path: '^api/src/(read|write|database|graphql|http|concept|history|words)/', pathNot: tests },
      to: { path: '^api/src/domain/' },
    },
    {
      name: 'base-stands-on-nothing',
      comment: 'Refusals, days, closed lists and roles that all share: they know nobody, not even by a type.',
      severity: 'error',
      from: { path: '^api/src/base/', pathNot: tests },
      to: { path: '^api/src/', pathNot: '^api/src/(base|words)/' },
    },
    {
      name: 'declarations-stand-on-base',
      comment: 'What a declaration is made of knows no road that reads it, not even by a type.',
      severity: 'error',
      from: { path: '^api/src/concept/', pathNot: tests },
      to: { path: '^api/src/', pathNot: '^api/src/(base|words|concept)/' },
    },
    {
      name: 'roads-stand-below-what-uses-them',
      severity: 'error',
      from: { path: '^api/src/(read|write)/', pathNot: tests },
      to: { path: '^api/src/', pathNot: '^api/src/(base|words|concept|database|identity|read|write)/' },
    },
    {
      name: 'admin-stands-alone',
      comment:
        'The admin decides nothing that the API decides: it imports its own code and what is generated, no API code.',
      severity: 'error',
      from: { path: '^admin/', pathNot: tests },
      to: { path: '^(api|seeds)/' },
    },
    {
      name: 'api-does-not-know-the-admin',
      severity: 'error',
      from: { path: '^api/src/' },
      to: { path: '^admin/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'nothing-imports-seeds',
      comment: 'Nothing relies on seeds; start-up may load them as demo.',
      severity: 'error',
      from: { pathNot: `^seeds/|^api/src/main\\.ts$|${tests}` },
      to: { path: '^seeds/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Relations make entities, and the base class of those of an EPCI, name each other; no other cycle, not even of types. (domain/document: of types only.)',
      severity: 'error',
      from: { path: '^(api|seeds)/', pathNot: '\\.entity\\.ts$|/epci-concept\\.ts$|^api/src/domain/document/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-of-values',
      severity: 'error',
      from: { path: '^(admin|api/src/domain/document)/', pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'running-needs-no-development-package',
      severity: 'error',
      from: { path: '^(api/src|seeds)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
