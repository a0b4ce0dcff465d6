/** Ranges of characters, first and last, of a `cmap` subtable of format 12 or 4 (OpenType, chapter cmap). */
const rangesOf = (font: Buffer, at: number): [number, number][] => {
  const format = font.readUInt16BE(at);
  if (format === 12)
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
      const group = at + 16 + index * 12;
      return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    });
  if (format !== 4) return [];
  const segments = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: segments }, (_, index) => [
    font.readUInt16BE(at + 16 + segments * 2 + index * 2),
    font.readUInt16BE(at + 14 + index * 2),
  ]);
};

/** Tells which characters a TrueType font draws, from its `cmap` table. */
export const charactersOf = (font: Buffer): ((code: number) => boolean) => {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((offset) => font.toString('latin1', offset, offset + 4) === 'cmap');
  if (entry === undefined) return () => false;
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const ranges = subtables.flatMap((at) => rangesOf(font, at)).filter(([, last]) => last !== 0xffff);
  return (code) => ranges.some(([first, last]) => first <= code && code <= last);
};
