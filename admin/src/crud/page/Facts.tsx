import type { ReactNode } from 'react';
import type { ConceptName } from '../metadata';
import { Value } from '../value/Value';
import { useVocabulary } from '../vocabulary';

/**
 * What is known of a thing, as labels and values. Not Ant's Descriptions: it lays them out as a table, without the role that tells a
 * screen reader so (RGAA 5.3), and away from each other when a label stands above its value.
 */
export function Facts({ spaced, children }: { spaced?: boolean; children: ReactNode }) {
  return <dl className={spaced ? 'facts spaced' : 'facts'}>{children}</dl>;
}

interface FactProps {
  label: string;
  /** Two columns wide. */
  long?: boolean | undefined;
  children: ReactNode;
}

export function Fact({ label, long, children }: FactProps) {
  return (
    <div className={long ? 'fact-long' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface FieldFactProps {
  concept: ConceptName;
  row: unknown;
  path: string;
  long?: boolean | undefined;
  /** What stands around the value. */
  around?: (value: ReactNode) => ReactNode;
  /** Instead of the value's usual look. */
  children?: ReactNode;
}

/** A field of a thing, under its label. */
export function FieldFact({ concept, row, path, long, around = (value) => value, children }: FieldFactProps) {
  const words = useVocabulary();
  return (
    <Fact label={words.label(concept, path)} long={long}>
      {around(children ?? <Value concept={concept} row={row} path={path} />)}
    </Fact>
  );
}
