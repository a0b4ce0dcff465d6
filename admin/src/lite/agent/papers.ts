import type { AgentDesksQuery } from '../../generated/graphql.js';

/** PDFs kept with a version of a convention, as the queries ask for them. */
export type KeptPdf = NonNullable<
  AgentDesksQuery['guichets']['nodes'][number]['conventionInForce']
>['files']['nodes'][number];

/** What counts among the PDFs kept: the last one sent to sign, and the last signed original; null where there is none. */
export function papersOf(files: readonly KeptPdf[]): { sent: KeptPdf | null; signed: KeptPdf | null } {
  const last = (kind: KeptPdf['kind']) =>
    files.filter((file) => file.kind === kind).sort((a, b) => b.rank - a.rank)[0] ?? null;
  return { sent: last('GENERATED'), signed: last('SIGNED_SCAN') };
}
