import type {
  AgentDesksQuery,
  AgentDesksQueryVariables,
  AgentHomeQuery,
  AgentHomeQueryVariables,
  AnswerMeetingMutation,
  AnswerMeetingMutationVariables,
  DeclareAttendanceMutation,
  DeclareAttendanceMutationVariables,
  DeclareOutsideTrainingMutation,
  DeclareOutsideTrainingMutationVariables,
  SetMyDigestAsAgentMutation,
  SetMyDigestAsAgentMutationVariables,
  SetMyLocaleMutation,
  SetMyLocaleMutationVariables,
  SignInToMeetingMutation,
  SignInToMeetingMutationVariables,
} from '../../generated/graphql.js';
import type { Operation } from '../kit/graphql.js';
import agentDesks from './operations/agent-desks.graphql?raw';
import agentHome from './operations/agent-home.graphql?raw';
import answer from './operations/answer-meeting.graphql?raw';
import declare from './operations/declare-attendance.graphql?raw';
import declareOutside from './operations/declare-outside-training.graphql?raw';
import digest from './operations/set-my-digest.graphql?raw';
import speak from './operations/set-my-locale.graphql?raw';
import signIn from './operations/sign-in-to-meeting.graphql?raw';

/*
 * What these pages ask of the API. The caller's rights decide which rows come: meetings meant for them, their own
 * attendance, their guichets. Types are generated from the same files; the generated documents themselves would bring those of all
 * the staff's pages along.
 */
export const homeQuery: Operation<AgentHomeQuery, AgentHomeQueryVariables> = { text: agentHome };

/** `today`: the day at which level, convention and colleagues are looked at; `year`: its year. */
export const desksQuery: Operation<AgentDesksQuery, AgentDesksQueryVariables> = { text: agentDesks };

export const answerMeeting: Operation<AnswerMeetingMutation, AnswerMeetingMutationVariables> = { text: answer };

export const signInToMeeting: Operation<SignInToMeetingMutation, SignInToMeetingMutationVariables> = { text: signIn };

export const declareAttendance: Operation<DeclareAttendanceMutation, DeclareAttendanceMutationVariables> = {
  text: declare,
};

export const declareOutsideTraining: Operation<
  DeclareOutsideTrainingMutation,
  DeclareOutsideTrainingMutationVariables
> = { text: declareOutside };

export const setMyLocale: Operation<SetMyLocaleMutation, SetMyLocaleMutationVariables> = { text: speak };

export const setMyDigest: Operation<SetMyDigestAsAgentMutation, SetMyDigestAsAgentMutationVariables> = { text: digest };
