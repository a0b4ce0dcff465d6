/** The id of a row outside the database: opaque, url-safe, and saying which concept it belongs to. */
export const encodeId = (concept: string, key: string | number | bigint): string =>
  Buffer.from(`${concept}:${key}`, 'utf8').toString('base64url');

/** The parts of an id, or undefined when it is not one of ours. */
export const decodeId = (id: string): { concept: string; key: string } | undefined => {
  const [, concept, key] =
    /^([A-Z][A-Za-z]{0,40}):([1-9]\d{0,17})$/.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  return concept && key ? { concept, key } : undefined;
};
