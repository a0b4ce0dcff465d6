import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Level, ReceptionMode } from '../base/codes.js';
import { ObligationKind, ReferentialItemKind } from '../domain/referential/referential.codes.js';
import { projectRoot } from '../project.js';

/** What a level requires, where an EPCI has not decided otherwise. */
export interface DefaultObligation {
  level: Level;
  kind: ObligationKind;
  target: number | null;
  planned: number | null;
  modes: ReceptionMode[] | null;
  windowMonths: number | null;
  text: string;
}

/** A level, a mission, a way to receive, means or a competence, with the words for it. */
export interface DefaultItem {
  kind: ReferentialItemKind;
  code: string;
  levels: Level[];
  label: string;
  text: string;
  position: number;
}

const number = z.string().transform((value) => (value === '' ? null : Number(value)));
const obligation = z.object({
  level: z.enum(Level),
  kind: z.enum(ObligationKind),
  target: number,
  planned: number,
  modes: z
    .string()
    .transform((value) => (value === '' ? null : z.array(z.enum(ReceptionMode)).parse(value.split(' ')))),
  window_months: number,
  text: z.string(),
});
const item = z.object({
  kind: z.enum(ReferentialItemKind),
  code: z.string(),
  levels: z.string().transform((value) => z.array(z.enum(Level)).parse(value.split(' '))),
  label: z.string(),
  text: z.string(),
  position: z.coerce.number(),
});

/** The published référentiel of the levels, kept once: with the demonstration's data, where its provenance is told. */
const rowsOf = <T>(file: string, row: z.ZodType<T>): T[] => {
  const text = readFileSync(path.join(projectRoot, 'seeds', 'pays-voironnais', file), 'utf8');
  return z.array(row).parse(parse(text, { columns: true, skip_empty_lines: true }));
};

export const defaultObligations = (): DefaultObligation[] =>
  rowsOf('obligations.csv', obligation).map(({ window_months: windowMonths, ...one }) => ({ ...one, windowMonths }));

export const defaultItems = (): DefaultItem[] => rowsOf('referential-items.csv', item);
