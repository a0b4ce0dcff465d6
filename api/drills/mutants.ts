/**
 * Changes that some test must notice, one at a time, each where a mistake would matter to people. They were drawn when a reading
 * of the code found 14 of them unnoticed.
 */
export interface Mutant {
  /** What the application does wrong with it. */
  says: string;
  /** Path from the root. */
  file: string;
  /** What is there, once in the file, and what is put instead. */
  find: string;
  put: string;
  /** The tests nearest to it: parts of their paths. */
  tests: readonly string[];
}

const domain = 'api/src/domain';

export const mutants: readonly Mutant[] = [
  {
    says: 'a convention moves although its content changed since it was read',
    file: `${domain}/convention/move.service.ts`,
    find: 'if (version.revision !== revision && rolesFrom',
    put: 'if (false && rolesFrom',
    tests: [`${domain}/convention/life`],
  },
  {
    says: 'a convention is signed for days on which the guichet is closed',
    file: `${domain}/convention/move.service.ts`,
    find: "if (state === 'SIGNED') checkGuichetOpen(guichet, version);",
    put: '',
    tests: [`${domain}/convention/life`],
  },
  {
    says: 'a withdrawn avenant gives back days on which the guichet is closed',
    file: `${domain}/convention/move.service.ts`,
    find: 'checkGuichetOpen(guichet, shortenedVersion);',
    put: '',
    tests: [`${domain}/convention/life`],
  },
  {
    says: '"cannot come" takes a presence back',
    file: `${domain}/meeting/participation.service.ts`,
    find: "where t.state <> 'PRESENT' and",
    put: 'where',
    tests: [`${domain}/meeting/participation`],
  },
  {
    says: 'who has declared a presence is told that they are signed in',
    file: `${domain}/meeting/participation.service.ts`,
    find: " && line.signedBy !== 'DECLARATION'",
    put: '',
    tests: [`${domain}/meeting/participation`],
  },
  {
    says: 'the sheet expects a guichet on its closing day',
    file: `${domain}/meeting/sheet.sql.ts`,
    find: 'm.held_on < g.closed_on',
    put: 'm.held_on <= g.closed_on',
    tests: [`${domain}/meeting/sheet`],
  },
  {
    says: 'the sheet forgets who is assigned for the last day',
    file: `${domain}/meeting/sheet.sql.ts`,
    find: 'm.held_on <= a.ends_on',
    put: 'm.held_on < a.ends_on',
    tests: [`${domain}/meeting/sheet`],
  },
  {
    says: '`ne` loses the rows where nothing is known',
    file: 'api/src/read/filter.ts',
    find: 'is distinct from ${operand}',
    put: '<> ${operand}',
    tests: ['api/src/read/read'],
  },
  {
    says: '`not` loses the rows where nothing is known',
    file: 'api/src/read/filter.ts',
    find: 'sql`(${compileFilter(scope, concept, alias, value as Filter)}) is not true`',
    put: 'sql`not (${compileFilter(scope, concept, alias, value as Filter)})`',
    tests: ['api/src/read/read'],
  },
  {
    says: 'an answer of exactly as many rows as are given is refused',
    file: 'api/src/read/scope.ts',
    find: 'if (this.#rows > rowsMax) throw',
    put: 'if (this.#rows >= rowsMax) throw',
    tests: ['api/src/read/scope'],
  },
  {
    says: 'a right password does not give the network its try back',
    file: 'api/src/identity/sign-in/throttle.ts',
    find: 'await this.#right(person, afresh);\n      await this.#giveBack(network);',
    put: 'await this.#right(person, afresh);',
    tests: ['api/src/http/guessing'],
  },
  {
    says: 'an organisation that is archived today takes a new guichet',
    file: `${domain}/guichet/guichet.service.ts`,
    find: 'archivedOn <= caller.today',
    put: 'archivedOn < caller.today',
    tests: [`${domain}/guichet/guichet.test`],
  },
  {
    says: 'opening ranges touch',
    file: `${domain}/guichet/opening-hours.rules.ts`,
    find: 'other.from <= one.to',
    put: 'other.from < one.to',
    tests: [`${domain}/guichet/opening-hours`],
  },
  {
    says: 'a campaign prepares a convention for a guichet that closes on its last day',
    file: `${domain}/campaign/campaign.rules.ts`,
    find: 'closedOn <= term.endsOn',
    put: 'closedOn < term.endsOn',
    tests: [`${domain}/campaign/campaign.rules`],
  },
  {
    says: 'whoever can sign in makes a transition',
    file: `${domain}/convention/convention.rules.ts`,
    find: 'if (!roles.includes(role)) return new ConventionTransitionForbidden(name);',
    put: '',
    tests: [`${domain}/convention/convention.rules`],
  },
  {
    says: 'what is signed today is refused as signed in the future',
    file: `${domain}/convention/convention.rules.ts`,
    find: 'if (signedOn && signedOn > today)',
    put: 'if (signedOn && signedOn >= today)',
    tests: [`${domain}/convention/convention.rules`],
  },
  {
    says: 'one party signs alone',
    file: `${domain}/convention/convention.rules.ts`,
    find: '.size >= 2',
    put: '.size >= 1',
    tests: [`${domain}/convention/convention.rules`],
  },
  {
    says: 'people sign in on another day than that of the meeting',
    file: `${domain}/meeting/meeting.rules.ts`,
    find: 'if (today !== meeting.heldOn) return new NotExpectedDate(meeting.heldOn);',
    put: '',
    tests: [`${domain}/meeting/meeting.rules`],
  },
  {
    says: 'a declaration on the last day comes too late',
    file: `${domain}/meeting/meeting.rules.ts`,
    find: 'return today > lastDay ?',
    put: 'return today >= lastDay ?',
    tests: [`${domain}/meeting/meeting.rules`],
  },
  {
    says: 'a first registration is refused, since its seniority begins on its own day',
    file: `${domain}/request/request.rules.ts`,
    find: 'request.seniorityOn > request.registeredOn',
    put: 'request.seniorityOn >= request.registeredOn',
    tests: [`${domain}/request/request.rules`],
  },
  {
    says: 'a term of six years has a day too many',
    file: 'api/src/base/days.rules.ts',
    find: 'addDays(anniversary, -1) : anniversary',
    put: 'anniversary : anniversary',
    tests: ['api/src/base/days.rules'],
  },
  {
    says: 'analysts see nothing of a guichet where exactly as many people work as may be counted',
    file: `${domain}/referential/compliance.rules.ts`,
    find: '.size < threshold',
    put: '.size <= threshold',
    tests: [`${domain}/referential/compliance`],
  },
  {
    says: 'a corrected sheet expects people',
    file: `${domain}/meeting/sheet.service.ts`,
    find: 'state: closedState(line.state)',
    put: 'state: line.state',
    tests: [`${domain}/meeting/sheet`],
  },
  {
    says: 'people of another EPCI are left out of a sheet without a word',
    file: `${domain}/meeting/sheet.service.ts`,
    find: "if ((await em.count(Agent, { id: { $in: keys } })) < keys.length) throw new UnknownId('Agent', 'agentId');",
    put: '',
    tests: [`${domain}/meeting/sheet`],
  },
  {
    says: 'closing a sheet makes absent who was there',
    file: `${domain}/meeting/meeting.service.ts`,
    find: "where attendance.state in ('INVITED', 'REGISTERED')",
    put: '',
    tests: [`${domain}/meeting/meeting.test`],
  },
  {
    says: 'a plain write takes back what somebody else has just saved',
    file: 'api/src/write/rows.ts',
    find: 'if ((row as Stored).revision !== revision) throw',
    put: 'if (false) throw',
    tests: ['api/src/read/read', 'api/src/write/conflicts'],
  },
  {
    says: 'a write that met another one at the same moment is not tried again',
    file: 'api/src/write/rows.ts',
    find: 'throw error;\n    return attempt();',
    put: 'throw error;\n    throw error;',
    tests: ['api/src/write/conflicts', `${domain}/meeting/participation`],
  },
  {
    says: 'a session never ends by itself',
    file: 'api/src/identity/access/callers.ts',
    find: 'and s.expires_at > ${now.toISOString()}::timestamptz',
    put: '',
    tests: ['api/src/http/sign-in'],
  },
  {
    says: 'a new password leaves the sessions opened with the former one',
    file: 'api/src/identity/sign-in/own-access.service.ts',
    find: 'await endSessionsOf(em, opened, session);',
    put: '',
    tests: ['api/src/http/own-access'],
  },
  {
    says: 'a page that was opened with another account saves',
    file: 'api/src/identity/access/callers.ts',
    find: 'if (shown && accountId && shown !== idOfAccount(accountId)) throw new AnotherAccount();',
    put: '',
    tests: ['api/src/app'],
  },
  {
    says: 'a list never has a next page',
    file: 'api/src/read/select.ts',
    find: 'limit ${sql.lit(first + 1)}',
    put: 'limit ${sql.lit(first)}',
    tests: ['api/src/read/read'],
  },
  {
    says: 'the largest page that is given is refused',
    file: 'api/src/read/select.ts',
    find: 'if (size > pageMax)',
    put: 'if (size >= pageMax)',
    tests: ['api/src/read/read', 'api/src/graphql/limits'],
  },
  {
    says: 'a field that the caller may not read is refused without its name',
    file: 'api/src/read/scope.ts',
    find: 'if (!isReadable(field, caller)) throw new FieldClosed(concept.name, field.name);',
    put: '',
    tests: ['api/src/identity/access/analysts'],
  },
  {
    says: 'the words of a search cost nothing',
    file: 'api/src/read/select.ts',
    find: 'scope.compilation.addConditionCost(words.length);',
    put: '',
    tests: ['api/src/graphql/bad-input'],
  },
];
