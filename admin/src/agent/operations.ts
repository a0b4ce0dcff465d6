import type { Operation } from '../light/graphql.js';
import type { DesksAnswer } from './desk-model.js';
import type { HomeAnswer } from './model.js';

/*
 * What these pages ask of the API. The caller's rights decide which rows come: meetings meant for them, their own
 * attendance, their guichets. `operations.test.ts` holds each text against the emitted schema.
 */
const meetingFields = /* GraphQL */ `
  fragment MeetingCard on Meeting {
    id
    kind
    title
    heldOn
    startTime
    endTime
    place
    videoLink
    agenda
    state
    outside
    cancellationMotive
    organiserName
    organiser { name }
    attendances(first: 1) { nodes { state confirmation signedAt } }
  }
`;

export const homeQuery: Operation<HomeAnswer, Record<string, never>> = {
  text: /* GraphQL */ `
    query AgentHome {
      me { displayName agent { id } epci { timeZone declarationDays } }
      network: meetings(filter: { outside: { eq: false } }, sort: [{ heldOn: DESC }, { startTime: DESC }], first: 80) {
        nodes { ...MeetingCard }
      }
      outside: meetings(filter: { outside: { eq: true } }, sort: [{ heldOn: DESC }], first: 20) {
        nodes { ...MeetingCard }
      }
    }
    ${meetingFields}
  `,
};

/** `today`: the day at which level, convention and colleagues are looked at; `year`: its year. */
export const desksQuery: Operation<DesksAnswer, { year: number; today: string }> = {
  text: /* GraphQL */ `
    query AgentDesks($year: Int!, $today: Date!) {
      complianceReport(year: $year) {
        guichetId
        reason
        judgements {
          obligationId
          kind
          status
          value
          target
          text
          evidence {
            meetings { id title heldOn }
            comingMeetings { id title heldOn }
            missingAgents { firstName lastName }
            missingModes
          }
          nextMeeting { id title heldOn }
        }
      }
      guichets(on: $today, sort: [{ name: ASC }], first: 20) {
        nodes {
          id
          name
          level
          openingHours
          conventionInForce { startsOn endsOn registers dossierUnique convention { number } }
          assignments(on: $today, first: 30) { nodes { agent { id firstName lastName jobTitle } } }
        }
      }
    }
  `,
};

export const answerMeeting: Operation<unknown, { meetingId: string; coming: boolean }> = {
  text: /* GraphQL */ `
    mutation AnswerMeeting($meetingId: ID!, $coming: Boolean!) {
      answerMeeting(meetingId: $meetingId, coming: $coming) { id state }
    }
  `,
};

export const signInToMeeting: Operation<unknown, { meetingId: string; mode: 'ON_SITE' | 'REMOTE' }> = {
  text: /* GraphQL */ `
    mutation SignInToMeeting($meetingId: ID!, $mode: AttendanceMode!) {
      signInToMeeting(meetingId: $meetingId, mode: $mode) { id state }
    }
  `,
};

export const declareAttendance: Operation<unknown, { meetingId: string }> = {
  text: /* GraphQL */ `
    mutation DeclareAttendance($meetingId: ID!) {
      declareAttendance(meetingId: $meetingId) { id state confirmation }
    }
  `,
};

/** Optional texts are null when left empty. */
interface OutsideTraining {
  readonly title: string;
  readonly heldOn: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly organiserName: string | null;
  readonly place: string | null;
}

export const declareOutsideTraining: Operation<unknown, { input: OutsideTraining }> = {
  text: /* GraphQL */ `
    mutation DeclareOutsideTraining($input: OutsideTrainingInput!) {
      declareOutsideTraining(input: $input) { id confirmation }
    }
  `,
};

export const setMyLocale: Operation<unknown, { locale: 'fr' | 'en' }> = {
  text: /* GraphQL */ `
    mutation SetMyLocale($locale: Locale!) {
      setMyLocale(locale: $locale) { id }
    }
  `,
};
