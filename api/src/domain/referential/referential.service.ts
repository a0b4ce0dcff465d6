import type { EntityManager } from '@mikro-orm/postgresql';
import type { BeforeDelete, BeforeSave } from '../../write/rows.js';
import { ConventionVersion } from '../convention/index.js';
import { inclusiveOf, shareADay } from '../days.rules.js';
import { EndBeforeStart } from '../shared.errors.js';
import { Obligation, Referential } from './referential.entity.js';
import { ObligationAlreadySet, ReferentialInUse, ReferentialsOverlap } from './referential.errors.js';

/** A référentiel is valid for at least a day, and alone on each of its days. */
export const checkReferential: BeforeSave<Referential> = async ({ em, row }) => {
  const { validFrom, validTo = null } = row;
  if (validTo && validTo <= validFrom) throw new EndBeforeStart(validFrom, validTo, 'validTo');
  const others = await em.find(Referential, row.id ? { id: { $ne: row.id } } : {});
  const period = inclusiveOf(validFrom, validTo);
  const overlapping = others.find((other) => shareADay(period, inclusiveOf(other.validFrom, other.validTo ?? null)));
  if (overlapping) throw new ReferentialsOverlap(overlapping.name);
};

/** What a guichet has signed, or is about to, does not change under its hand: a new version of the référentiel is made. */
const checkUnused = async (em: EntityManager, { referential }: Obligation): Promise<void> => {
  const bound = await em.count(ConventionVersion, {
    referential: referential.id,
    state: { $in: ['TO_SIGN', 'SIGNED', 'TERMINATED'] },
  });
  if (bound > 0) throw new ReferentialInUse((await referential.loadOrFail()).name);
};

/** A level asks for each kind of obligation once; nothing changes under conventions that were signed. */
export const checkObligation: BeforeSave<Obligation> = async ({ em, row }) => {
  await checkUnused(em, row);
  const { id, referential, level, kind } = row;
  const same = await em.count(Obligation, {
    referential: referential.id,
    level,
    kind,
    ...(id ? { id: { $ne: id } } : {}),
  });
  if (same > 0) throw new ObligationAlreadySet(level, kind);
};

export const checkObligationUnused: BeforeDelete<Obligation> = ({ em, row }) => checkUnused(em, row);
