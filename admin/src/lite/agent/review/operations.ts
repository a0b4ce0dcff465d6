import type {
  AgentCommentMutation,
  AgentCommentMutationVariables,
  AgentConfirmReadingMutation,
  AgentConfirmReadingMutationVariables,
  AgentCorrectMutation,
  AgentCorrectMutationVariables,
  AgentReopenMutation,
  AgentReopenMutationVariables,
  AgentRequestCorrectionMutation,
  AgentRequestCorrectionMutationVariables,
  AgentResolveMutation,
  AgentResolveMutationVariables,
  AgentResubmitMutation,
  AgentResubmitMutationVariables,
  AgentReviewQuery,
  AgentReviewQueryVariables,
  AgentWithdrawReadingMutation,
  AgentWithdrawReadingMutationVariables,
} from '../../../generated/graphql.js';
import type { Operation } from '../../kit/graphql.js';
import comment from './operations/agent-comment.graphql?raw';
import confirmReading from './operations/agent-confirm-reading.graphql?raw';
import correct from './operations/agent-correct.graphql?raw';
import reopen from './operations/agent-reopen.graphql?raw';
import requestCorrection from './operations/agent-request-correction.graphql?raw';
import resolve from './operations/agent-resolve.graphql?raw';
import resubmit from './operations/agent-resubmit.graphql?raw';
import review from './operations/agent-review.graphql?raw';
import withdrawReading from './operations/agent-withdraw-reading.graphql?raw';

/** The versions that the caller's guichets named them to read: their rights decide which ones come. */
export const reviewQuery: Operation<AgentReviewQuery, AgentReviewQueryVariables> = { text: review };

export const commentConvention: Operation<AgentCommentMutation, AgentCommentMutationVariables> = { text: comment };
export const resolveComment: Operation<AgentResolveMutation, AgentResolveMutationVariables> = { text: resolve };
export const reopenComment: Operation<AgentReopenMutation, AgentReopenMutationVariables> = { text: reopen };
export const correctVersion: Operation<AgentCorrectMutation, AgentCorrectMutationVariables> = { text: correct };
export const requestCorrectionOf: Operation<AgentRequestCorrectionMutation, AgentRequestCorrectionMutationVariables> = {
  text: requestCorrection,
};
export const confirmReadingOf: Operation<AgentConfirmReadingMutation, AgentConfirmReadingMutationVariables> = {
  text: confirmReading,
};
export const withdrawReadingOf: Operation<AgentWithdrawReadingMutation, AgentWithdrawReadingMutationVariables> = {
  text: withdrawReading,
};
export const resubmitVersion: Operation<AgentResubmitMutation, AgentResubmitMutationVariables> = { text: resubmit };
