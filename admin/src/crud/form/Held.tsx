import { type HttpError, useOne } from '@refinedev/core';
import type { Row } from '../define';
import { type ConceptName, conceptOf } from '../metadata';
import { titleOf } from '../row';
import { NotEntered, Value } from '../value/Value';
import type { Input } from './values';

interface Props {
  concept: ConceptName;
  input: Input;
  value: unknown;
  /** The row around it, for what a value is read with. */
  current: Partial<Row>;
}

/** A value of the form, as pages show it: what somebody else saved, or what cannot be changed now. */
export function Held({ concept, input, value, current }: Props) {
  const { field, path, shown: Shown } = input;
  if (value === null || value === undefined || value === '') return <NotEntered />;
  if (Shown) return <Shown value={value} row={current} />;
  if (field.kind === 'one' && field.target) return <Title concept={field.target} id={String(value)} />;
  return <Value concept={concept} row={{ ...current, [path]: value }} path={path} />;
}

function Title({ concept, id }: { concept: ConceptName; id: string }) {
  const { result } = useOne<Row, HttpError>({ resource: conceptOf(concept).plural, id, errorNotification: false });
  return result ? titleOf(concept, result) : '…';
}
