import type { AgentDesksQuery } from '../generated/graphql.js';
import { numberInWords } from '../light/format.js';
import type { Locale } from '../light/i18n.js';

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

const KILO = 1024;
const units = { fr: ['Ko', 'Mo'], en: ['KB', 'MB'] } as const;

/** Bytes as people say them: "84 Ko", "3,2 Mo". */
export function sizeInWords(bytes: number, locale: Locale): string {
  const [kilo, mega] = units[locale];
  const kilobytes = Math.max(1, Math.round(bytes / KILO));
  return kilobytes < KILO
    ? `${numberInWords(kilobytes, locale)}\u00a0${kilo}`
    : `${numberInWords(Math.round((bytes / KILO / KILO) * 10) / 10, locale)}\u00a0${mega}`;
}
