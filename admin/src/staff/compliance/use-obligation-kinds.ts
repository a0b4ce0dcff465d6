import { ObligationKindsDocument, type ObligationKindsQuery } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import type { Kind } from './model';

export type ObligationTraits = ObligationKindsQuery['obligationKinds'][number];

/** What the API says of each kind of obligation; of none until it has answered. */
export function useObligationKinds(): (kind: Kind) => ObligationTraits | undefined {
  const { data } = useRead('ObligationKinds', ObligationKindsDocument, {});
  return (kind) => data?.obligationKinds.find((one) => one.kind === kind);
}
