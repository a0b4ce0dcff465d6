import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Vocabulary = { enums: Record<string, { values: Record<string, { label: string }> }> };
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The whole vocabulary would weigh more than these pages: they carry the few words they need, and this keeps them the same. */
const copied = { level: 'Level', mode: 'ReceptionMode', status: 'ComplianceStatus', kind: 'MeetingKind' };

describe.each(['fr', 'en'])('the words of the domain, %s', (locale) => {
  const own = read(`./locales/${locale}.json`) as Record<string, string>;
  const { enums } = read(`../../generated/terms.${locale}.json`) as Vocabulary;
  it.each(Object.entries(copied))('%s: as the whole service says them', (prefix, name) => {
    const labels = Object.entries(enums[name]?.values ?? {}).map(([code, { label }]) => [`${prefix}.${code}`, label]);
    expect(own).toMatchObject(Object.fromEntries(labels));
    expect(Object.keys(own).filter((key) => key.startsWith(`${prefix}.`))).toHaveLength(labels.length);
  });
});
