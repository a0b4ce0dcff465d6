import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Level, ObligationKind, ReceptionMode } from '../domain/codes.js';
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

const number = z.string().transform((value) => (value === '' ? null : Number(value)));
const row = z.object({
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

/** The published référentiel of the levels, kept once: with the demonstration's data, where its provenance is told. */
const file = path.join(projectRoot, 'seeds', 'pays-voironnais', 'obligations.csv');

export const defaultObligations = (): DefaultObligation[] => {
  const rows: unknown[] = parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true });
  return z
    .array(row)
    .parse(rows)
    .map(({ window_months: windowMonths, ...obligation }) => ({ ...obligation, windowMonths }));
};
