import type { Row } from '../concept/meta.js';

/** When an answer is about: the day on which things are valid, and where the rows come from, now or as recorded by a moment. */
export interface When extends Pick<Row, 'on' | 'table'> {
  /** The moment as text, when one was asked for. */
  asOf?: string;
}
