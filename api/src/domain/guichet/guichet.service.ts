import { holds, inclusiveOf } from '../../base/days.rules.js';
import { EndBeforeStart } from '../../base/shared.errors.js';
import { type BeforeSave, beforeSave } from '../../write/rules.js';
import { ConventionVersion } from '../convention/index.js';
import { OrganisationArchived } from '../organisation/index.js';
import { CommuneNotMember } from '../territory/index.js';
import { Guichet } from './guichet.entity.js';
import { GuichetStillBound } from './guichet.errors.js';
import { checkOpeningHours } from './opening-hours.rules.js';

/** The convention that binds the guichet longest, if it does so on the closing day or later. */
const checkUnbound: BeforeSave<Guichet> = async ({ em, row }) => {
  if (!row.closedOn || !row.id) return;
  const binding = await em.findOne(
    ConventionVersion,
    {
      guichet: row.id,
      state: { $in: ['SIGNED', 'TERMINATED'] },
      endsOn: { $gte: row.closedOn },
      $or: [{ terminatedOn: null }, { terminatedOn: { $gte: row.closedOn } }],
    },
    { populate: ['convention'], orderBy: { endsOn: 'desc' } },
  );
  if (binding)
    throw new GuichetStillBound(binding.convention.getEntity().number, binding.terminatedOn ?? binding.endsOn);
};

/** What a guichet newly depends on must be there when it opens: today for one whose opening day is not known. */
const checkPlace: BeforeSave<Guichet> = async ({ caller, row, before }) => {
  if (row.organisation.id !== before?.organisation.id) {
    const { name, archivedOn } = await row.organisation.loadOrFail();
    if (archivedOn && archivedOn <= caller.today && !row.closedOn) throw new OrganisationArchived(name);
  }
  if (row.commune.id !== before?.commune.id) {
    const { name, validFrom, validTo, memberFrom, memberTo } = await row.commune.loadOrFail();
    const day = row.openedOn ?? row.closedOn ?? caller.today;
    const periods = [
      inclusiveOf(validFrom ?? null, validTo ?? null),
      inclusiveOf(memberFrom ?? null, memberTo ?? null),
    ];
    if (!periods.every((period) => holds(period, day))) throw new CommuneNotMember(name);
  }
};

/** The rules of a guichet that its declaration cannot say: its days, its hours, what binds it, what it depends on. */
export const checkGuichet = beforeSave(Guichet, async (change) => {
  const { openedOn, closedOn, openingHours } = change.row;
  if (openedOn && closedOn && closedOn <= openedOn) throw new EndBeforeStart(openedOn, closedOn, 'closedOn');
  const refusal = checkOpeningHours(openingHours);
  if (refusal) throw refusal;
  if (closedOn !== change.before?.closedOn) await checkUnbound(change);
  await checkPlace(change);
});
