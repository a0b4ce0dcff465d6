import { beforeSave } from '../../write/rules.js';
import { Guichet } from '../guichet/index.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationCarriesGuichets } from './organisation.errors.js';

/** An organisation is archived once the guichets that it carries are closed, or another's. */
beforeSave(Organisation, async ({ em, row, before }) => {
  const { id, name, archivedOn } = row;
  if (!id || !archivedOn || archivedOn === before?.archivedOn) return;
  const open = await em.count(Guichet, {
    organisation: id,
    $or: [{ closedOn: null }, { closedOn: { $gt: archivedOn } }],
  });
  if (open > 0) throw new OrganisationCarriesGuichets(name, open);
});
