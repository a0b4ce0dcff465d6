import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, daysIn, isDay } from '../api/src/base/days.rules.js';
import { inForce } from '../api/src/domain/convention/term.rules.js';
import { expectedAgents } from './current/attendances.js';
import { levelOn, livingGuichets, planTerm } from './current/term.js';
import { currentPlan } from './current-plan.js';
import { isWorkingDay } from './days.js';
import { parseSeeds } from './parse.js';

const base = parseSeeds();
const days = [
  '2024-01-01',
  '2024-02-29',
  '2024-12-31',
  '2025-06-30',
  '2025-07-01',
  '2025-09-12',
  '2026-03-12',
  '2026-11-21',
  '2027-12-25',
  '2028-02-29',
  '2029-08-15',
  '2032-02-29',
  '2036-06-30',
  '2040-12-31',
];

it('a plan can be made for every day from 2024 to 2040: it contains the day, began after 2022, lasts six years at most, ends within eighteen months', () => {
  const wrong: string[] = [];
  for (let today = '2024-01-01'; today <= '2040-12-31'; today = addDays(today, 1)) {
    const { startsOn, endsOn } = planTerm(today);
    const right =
      startsOn <= addDays(today, -364) &&
      today <= endsOn &&
      startsOn > '2022-12-31' &&
      endsOn < addYears(startsOn, 6) &&
      endsOn < addMonths(today, 18);
    if (!right) wrong.push(today);
  }
  expect(wrong).toEqual([]);
});

it.each(['2023-12-31', '2041-01-01', '2027-02-29', 'today'])('refuses %s', (day) => {
  expect(() => planTerm(day)).toThrow(RangeError);
});

it('gives the same rows twice', () => {
  expect(currentPlan(base, '2026-03-12')).toEqual(currentPlan(base, '2026-03-12'));
});

describe.each(days)('the plan of %s', (today) => {
  const plan = currentPlan(base, today);
  const {
    agents,
    assignments,
    conventions,
    conventionVersions: versions,
    meetings,
    attendances,
    requests,
    comments,
  } = plan;
  const living = livingGuichets(base, today);
  const keys = new Set(living.map((it) => it.guichetKey));
  const guichetOf = (key: string) => base.guichets.find((it) => it.guichetKey === key)!;
  const allAgents = [...base.agents, ...agents];
  const meetingOf = (key: string) => meetings.find((it) => it.meetingKey === key)!;

  it('has only days that exist', () => {
    const strings = [...new Set(JSON.stringify(plan).match(/"\d{4}-\d{2}-\d{2}"/g))];
    expect(strings.filter((it) => !isDay(it.slice(1, -1)))).toEqual([]);
  });

  it('is followed by a plan that is not voted yet, from the day after, as long as a plan may last', () => {
    const { startsOn, endsOn, adoptedOn } = plan.nextPlan;
    expect(startsOn).toBe(addDays(plan.plan.endsOn, 1));
    expect(endsOn).toBe(addDays(addYears(startsOn, base.epci.planMaxYears), -1));
    expect(adoptedOn).toBeNull();
  });

  it('has one convention for each of the 33 living guichets', () => {
    expect(conventions.map((it) => it.guichetKey).sort()).toEqual([...keys].sort());
    expect(new Set([...base.conventions, ...conventions].map((it) => it.number)).size).toBe(
      base.conventions.length + 33,
    );
  });

  it('has conventions in every state of a day of work', () => {
    const count = (state: string) => versions.filter((it) => it.state === state).length;
    const states = ['DRAFT', 'IN_REVIEW', 'CORRECTION', 'TO_SIGN', 'TERMINATED'];
    expect(states.map(count)).toEqual([2, 2, 1, 2, 1]);
    const soon = versions.filter(
      (it) => inForce(it, today) && it.endsOn <= addMonths(today, base.epci.conventionAlertMonths) && it.rank === 1,
    );
    expect(soon.length).toBeGreaterThanOrEqual(2);
    expect(
      versions.some(
        (it) => it.state === 'SIGNED' && it.endsOn < today && it.rank === 1 && it.guichetKey === 'massieu-mairie',
      ),
    ).toBe(true);
  });

  it('keeps terms in the plan, signatures before today, and terminations within the term', () => {
    for (const it of versions) {
      expect(
        it.startsOn <= it.endsOn && it.startsOn >= plan.plan.startsOn && it.endsOn <= plan.plan.endsOn,
        it.conventionNumber,
      ).toBe(true);
      expect(it.signedOn !== null, it.conventionNumber).toBe(['SIGNED', 'TERMINATED'].includes(it.state));
      if (it.signedOn)
        expect(it.signedOn <= today && it.signedOn < it.startsOn && it.signatories?.length === 2).toBe(true);
      if (it.deliberationOn) expect(it.deliberationOn <= today).toBe(true);
      expect(it.terminatedOn !== null).toBe(it.state === 'TERMINATED');
      if (it.terminatedOn)
        expect(it.startsOn < it.noticeOn! && it.noticeOn! < it.terminatedOn && it.terminatedOn < today).toBe(true);
    }
  });

  it('never has two conventions in force at one guichet', () => {
    for (let day = plan.plan.startsOn; day <= plan.plan.endsOn; day = addDays(day, 13)) {
      const inForceKeys = versions.filter((it) => inForce(it, day)).map((it) => it.guichetKey);
      expect(new Set(inForceKeys).size).toBe(inForceKeys.length);
    }
  });

  it('has an avenant to a higher level in the middle of this year, the day after the first version ends', () => {
    const [first, second] = versions.filter((it) => it.guichetKey === 'montferrat-mairie');
    expect([first?.level, second?.level, second?.rank]).toEqual(['INFO', 'SUIVI', 2]);
    expect(second?.startsOn).toBe(`${today.slice(0, 4)}-07-01`);
    expect(addDays(first!.endsOn, 1)).toBe(second?.startsOn);
  });

  it('has one convention that ends within three months, one within six and one within twelve, whatever the end of the plan', () => {
    const ending = (months: number) =>
      versions.filter((it) => inForce(it, today) && it.rank === 1 && it.endsOn <= addMonths(today, months)).length;
    expect(ending(3)).toBeGreaterThanOrEqual(1);
    expect(ending(6)).toBeGreaterThanOrEqual(2);
    expect(ending(12)).toBeGreaterThanOrEqual(3);
  });

  it('negotiates two avenants over conventions in force, read by somebody whom each guichet names', () => {
    const negotiated = versions.filter((it) => it.rank === 2 && it.state !== 'SIGNED');
    expect(negotiated.map((it) => [it.guichetKey, it.state])).toEqual([
      ['saint-aupre-mairie', 'IN_REVIEW'],
      ['charavines-mairie', 'CORRECTION'],
    ]);
    for (const { guichetKey, startsOn, signedOn } of negotiated) {
      expect(startsOn > today && signedOn === null).toBe(true);
      const under = versions.find((it) => it.guichetKey === guichetKey && inForce(it, today));
      expect(under?.rank).toBe(1);
      expect(assignments.some((it) => it.guichetKey === guichetKey && it.reviewer && it.endsOn === null)).toBe(true);
    }
  });

  it('has remarks of both sides on what is in correction, open and settled, each by somebody of the side, before today', () => {
    const of = (key: string) => comments.filter((it) => it.guichetKey === key);
    expect(
      of('charavines-mairie')
        .map((it) => `${it.side} ${it.state}`)
        .sort(),
    ).toEqual(['EPCI OPEN', 'EPCI RESOLVED', 'GUICHET OPEN', 'GUICHET RESOLVED']);
    expect(of('saint-aupre-mairie').map((it) => it.state)).toEqual(['OPEN']);
    for (const it of comments) {
      const version = versions.find((one) => one.conventionNumber === it.conventionNumber && one.rank === it.rank)!;
      expect(Object.keys(version)).toContain(it.field);
      expect(it.createdAt.slice(0, 10) < today).toBe(true);
      expect(it.resolvedAt === null || (it.resolvedAt > it.createdAt && it.resolvedAt.slice(0, 10) < today)).toBe(true);
      const agents = allAgents.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
      const author = it.side === 'GUICHET' ? it.authorName : (it.resolvedByName ?? 'nobody yet');
      expect([...agents, 'nobody yet']).toContain(author);
    }
  });

  it('follows on the convention of 2016 where there was one, and asks what becomes of one guichet alone', () => {
    for (const { guichetKey, renews } of conventions)
      expect(base.conventions.some((it) => it.number === renews)).toBe(
        base.conventions.some((it) => it.guichetKey === guichetKey),
      );
    const over = [...base.conventionVersions, ...versions].filter((it) => it.signedOn && !inForce(it, today));
    const unsettled = over.filter((it) => it.guichetSettledOn === null && it.startsOn <= today && it.rank === 1);
    // The one whose avenant took over by now is not over: its avenant is in force.
    expect(unsettled.map((it) => it.guichetKey).filter((it) => it !== 'montferrat-mairie')).toEqual(['massieu-mairie']);
  });

  it('has people of the living guichets only, none working after leaving, new keys and names of their own', () => {
    expect(new Set(allAgents.map((it) => it.agentKey)).size).toBe(allAgents.length);
    for (const it of assignments) {
      const agent = allAgents.find((one) => one.agentKey === it.agentKey)!;
      expect(keys.has(it.guichetKey) && it.startsOn >= plan.plan.startsOn && it.startsOn <= (it.endsOn ?? '9999')).toBe(
        true,
      );
      if (agent.endedOn) expect(it.endsOn !== null && it.endsOn <= agent.endedOn, it.agentKey).toBe(true);
      expect(it.etp === null || (it.etp >= 0 && it.etp <= 1)).toBe(true);
    }
    const communal = new Set(
      assignments.filter((it) => !guichetOf(it.guichetKey).guichetKey.match(/pluralis|opac/)).map((it) => it.agentKey),
    );
    expect(communal.size).toBeGreaterThanOrEqual(30);
    expect(communal.size).toBeLessThanOrEqual(40);
  });

  it('has an agent of two guichets, people who left in the last months, and one who will', () => {
    const guichetsOf = (agentKey: string) =>
      new Set(assignments.filter((it) => it.agentKey === agentKey).map((it) => it.guichetKey)).size;
    expect(assignments.some((it) => guichetsOf(it.agentKey) === 2)).toBe(true);
    expect(
      assignments.filter((it) => it.endsOn !== null && it.endsOn < today && it.endsOn > addMonths(today, -6)),
    ).toHaveLength(2);
    expect(assignments.filter((it) => it.endsOn !== null && it.endsOn > today)).toHaveLength(1);
  });

  it('has about fourteen meetings of the network on both sides of today, on different working days', () => {
    const own = meetings.filter((it) => !it.outside && it.state !== 'CANCELLED');
    expect(own).toHaveLength(14);
    expect(meetings.every((it) => isWorkingDay(it.heldOn) && it.startTime < it.endTime)).toBe(true);
    expect(new Set(own.map((it) => it.heldOn)).size).toBe(14);
    expect(own.filter((it) => it.heldOn < today && it.state !== 'CLOSED')).toHaveLength(2);
    expect(own.filter((it) => it.heldOn > addDays(today, 5)).length).toBe(5);
    expect(new Set(own.map((it) => it.kind)).size).toBe(3);
    const next = own.find((it) => it.heldOn >= today)!;
    expect(daysIn(today, next.heldOn)).toBeLessThanOrEqual(5);
    expect(next.state).toBe(next.heldOn === today ? 'OPEN' : 'PLANNED');
    expect(own.filter((it) => it.state === 'CLOSED').every((it) => it.heldOn < today)).toBe(true);
  });

  it('invites to a meeting those of the levels it is for, each once, and only outsiders besides', () => {
    expect(new Set(attendances.map((it) => `${it.meetingKey} ${it.agentKey}`)).size).toBe(attendances.length);
    const assigned = new Set([...base.assignments, ...assignments].map((it) => it.agentKey));
    for (const meeting of meetings.filter((it) => !it.outside)) {
      const present = attendances
        .filter((it) => it.meetingKey === meeting.meetingKey && assigned.has(it.agentKey))
        .map((it) => it.agentKey);
      const expected = expectedAgents(base, { agents, assignments }, versions, meeting).map((it) => it.agentKey);
      expect(present.sort()).toEqual(expected.sort());
    }
  });

  it('keeps each attendance to what the state of its meeting allows', () => {
    for (const it of attendances) {
      const meeting = meetingOf(it.meetingKey);
      const allowed =
        meeting.state === 'CLOSED' ? ['PRESENT', 'EXCUSED', 'ABSENT'] : ['INVITED', 'REGISTERED', 'EXCUSED', 'PRESENT'];
      expect(allowed).toContain(it.state);
      expect(it.signedAt !== null && it.signedBy !== null && it.mode !== null, `${it.meetingKey} ${it.agentKey}`).toBe(
        it.state === 'PRESENT',
      );
      if (it.signedAt)
        expect(it.signedAt.slice(0, 10) >= meeting.heldOn && it.signedAt.slice(0, 10) < today).toBe(true);
      if (it.contributed) expect(it.state).toBe('PRESENT');
      expect(it.confirmation !== null).toBe(it.signedBy === 'DECLARATION');
    }
  });

  it('lets only CONSEIL guichets contribute', () => {
    for (const it of attendances.filter((one) => one.contributed)) {
      const day = meetingOf(it.meetingKey).heldOn;
      const levels = assignments
        .filter((one) => one.agentKey === it.agentKey)
        .map((one) => levelOn(guichetOf(one.guichetKey), versions, day));
      expect(levels).toContain('CONSEIL');
    }
  });

  it('has declarations that wait for the staff, some already answered, and trainings outside the network', () => {
    const count = (confirmation: string) => attendances.filter((it) => it.confirmation === confirmation).length;
    expect([count('PENDING'), count('CONFIRMED'), count('REFUSED')]).toEqual([3, 1, 1]);
    for (const it of meetings.filter((one) => one.outside)) {
      expect([it.kind, it.state]).toEqual(['TRAINING', 'CLOSED']);
      expect(attendances.filter((one) => one.meetingKey === it.meetingKey).map((one) => one.agentKey)).toEqual([
        it.declaredByKey,
      ]);
    }
  });

  it('has guichets that miss an obligation', () => {
    const attended = (key: string) =>
      attendances.filter(
        (it) =>
          it.state === 'PRESENT' && assignments.some((one) => one.agentKey === it.agentKey && one.guichetKey === key),
      ).length;
    expect(attended('saint-aupre-mairie')).toBe(0);
    expect(assignments.some((it) => it.guichetKey === 'tullins-mairie' && it.dedicated)).toBe(false);
    const etp = assignments
      .filter((it) => it.guichetKey === 'rives-mairie' && it.endsOn === null)
      .reduce((sum, it) => sum + (it.etp ?? 0), 0);
    expect(etp).toBeLessThan(versions.find((it) => it.guichetKey === 'rives-mairie')!.etp!);
  });

  it('has 3,500 requests of the last two years, each with its own number of eighteen characters', () => {
    expect(requests).toHaveLength(3500);
    expect(new Set(requests.map((it) => it.number)).size).toBe(3500);
    const from = addYears(today, -2);
    const wellNumbered = ({ number, seniorityOn }: (typeof requests)[number]) =>
      /^000\d{4}\d{6}[A-Z0-9]{5}$/.test(number!) &&
      number!.slice(3, 7) === `${seniorityOn.slice(5, 7)}${seniorityOn.slice(2, 4)}`;
    expect(requests.filter((it) => !wellNumbered(it))).toEqual([]);
    expect(
      requests.filter((it) => it.seniorityOn > it.registeredOn || it.registeredOn > today || it.registeredOn < from),
    ).toEqual([]);
  });

  it('makes a request valid one year, or more when it was renewed, without moving its seniority', () => {
    const renewed = requests.filter((it) => it.expiresOn! > addYears(it.registeredOn, 1));
    expect(renewed.length).toBeGreaterThan(500);
    expect(
      requests.filter((it) => ![1, 2, 3].some((years) => addYears(it.registeredOn, years) === it.expiresOn)),
    ).toEqual([]);
    const lastYear = addYears(today, -1);
    expect(requests.filter((it) => it.registeredOn > lastYear && it.expiresOn! <= today)).toEqual([]);
    expect(requests.filter((it) => it.seniorityOn < it.registeredOn).length).toBeGreaterThan(100);
  });

  it('registers about a quarter online, the rest at guichets that register', () => {
    const online = requests.filter((it) => it.channel === 'ONLINE');
    expect(online.length / requests.length).toBeGreaterThan(0.22);
    expect(online.length / requests.length).toBeLessThan(0.28);
    expect(requests.filter((it) => (it.guichetKey === null) !== (it.channel === 'ONLINE'))).toEqual([]);
    expect(requests.filter((it) => it.guichetKey !== null && guichetOf(it.guichetKey).registers !== true)).toEqual([]);
    const livingCommunes = new Set(
      base.communes
        .filter((it) => it.validTo === null && it.memberTo === null)
        .map((it) => `${it.inseeCode}/${it.validFrom}`),
    );
    expect(
      requests.filter(
        (it) => it.communeInseeCode && !livingCommunes.has(`${it.communeInseeCode}/${it.communeValidFrom}`),
      ),
    ).toEqual([]);
  });
});

it('a request of 29 February ends on 28 February', () => {
  expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
});

it('knows the holidays that move', () => {
  expect(['2026-04-06', '2026-05-14', '2026-05-25', '2024-05-09', '2038-04-26'].map(isWorkingDay)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isWorkingDay('2026-04-07')).toBe(true);
});
