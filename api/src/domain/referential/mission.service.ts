import type { EntityManager } from '@mikro-orm/postgresql';
import { Referential, ReferentialItem } from './referential.entity.js';
import { ReferentialNotPublished, UnknownMission } from './referential.errors.js';

/**
 * A convention follows a published référentiel, and its missions are among those of that one.
 * @throws ReferentialNotPublished, UnknownMission
 */
export const checkFollowed = async (
  em: EntityManager,
  { referential, missions }: { referential: { id: string }; missions?: string[] | null },
): Promise<void> => {
  const followed = await em.findOneOrFail(Referential, { id: referential.id });
  if (followed.state !== 'PUBLISHED') throw new ReferentialNotPublished(followed.name);
  if (!missions?.length) return;
  const items = await em.find(ReferentialItem, { referential: referential.id, kind: 'MISSION' });
  const known = new Set(items.map(({ code }) => code));
  const unknown = missions.find((code) => !known.has(code));
  if (unknown) throw new UnknownMission(unknown, followed.name);
};

/** Of these missions, those that a référentiel still names: what is left of them when a convention goes on under it. */
export const knownMissions = async (
  em: EntityManager,
  referential: { id: string },
  missions: string[] | null | undefined,
): Promise<string[] | null> => {
  const items = await em.find(ReferentialItem, { referential: referential.id, kind: 'MISSION' });
  const known = missions?.filter((code) => items.some((item) => item.code === code)) ?? [];
  return known.length > 0 ? known : null;
};
