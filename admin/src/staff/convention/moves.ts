import {
  CancelConventionDocument,
  type ConventionTransition,
  type GuichetAfterInput,
  RequestConventionCorrectionDocument,
  ResubmitConventionDocument,
  SendConventionToSignDocument,
  SignConventionDocument,
  SubmitConventionDocument,
  TerminateConventionDocument,
  WithdrawConventionDocument,
} from '../../generated/graphql';
import { execute, type TypedText } from '../../providers/graphql';
import type { Version } from './events';

export type Move = Version['availableTransitions'][number];

/** What a transition's dialog gives. */
export interface Given {
  signedOn?: string | undefined;
  signatories?:
    | { party: string; name: string; quality?: string | undefined; signedOn?: string | undefined }[]
    | undefined;
  terminatedOn?: string | undefined;
  noticeOn?: string | undefined;
  withdrawnOn?: string | undefined;
  motive?: string | undefined;
  guichet?: GuichetAfterInput | undefined;
}

type Document = TypedText<unknown, Given & { id: string; revision: number }>;

const documents: Record<ConventionTransition, Document> = {
  SUBMIT: SubmitConventionDocument,
  REQUEST_CORRECTION: RequestConventionCorrectionDocument,
  RESUBMIT: ResubmitConventionDocument,
  SEND_TO_SIGN: SendConventionToSignDocument,
  SIGN: SignConventionDocument,
  TERMINATE: TerminateConventionDocument,
  WITHDRAW: WithdrawConventionDocument,
  CANCEL: CancelConventionDocument,
};

/** Moves a version as it was read: the API refuses when somebody saved since, or moved it already. */
export const move = (
  { id, revision }: Pick<Version, 'id' | 'revision'>,
  transition: ConventionTransition,
  given: Given = {},
) => execute(documents[transition], { id, revision, ...given });

/** Towards signature, the furthest step that lacks nothing first: the one button that is filled. */
const forward: ConventionTransition[] = ['SIGN', 'RESUBMIT', 'SEND_TO_SIGN', 'SUBMIT'];
/** What ends a convention stands last, and is never the main thing to do. */
const ending: ConventionTransition[] = ['TERMINATE', 'WITHDRAW', 'CANCEL'];

export function inOrder(moves: readonly Move[]): { main: Move | undefined; others: Move[]; endings: Move[] } {
  const main = forward.map((name) => moves.find(({ transition }) => transition === name)).find((found) => found);
  return {
    main,
    others: moves.filter((one) => one !== main && !ending.includes(one.transition)),
    endings: moves.filter(({ transition }) => ending.includes(transition)),
  };
}

/** The field of the version that answers what it lacks; what a dialog asks is not there. */
export const needFields: Partial<Record<Move['missing'][number], string>> = {
  REFERENTIAL: 'referential',
  LEVEL: 'level',
  TERM: 'endsOn',
  RECEPTION_MODES: 'receptionModes',
  DELIBERATION: 'deliberationOn',
  SNE_CONVENTION: 'sneSignedOn',
  ETP: 'etp',
};

/** Is there something that the reader may change in the version? */
export const isEditable = ({ unlockedFields }: Version): boolean => unlockedFields.length > 0;
