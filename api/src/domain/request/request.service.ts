import { EndBeforeStart } from '../../base/shared.errors.js';
import { beforeSave } from '../../write/rules.js';
import { Request } from './request.entity.js';
import { requestDatesRefusal, requestExpiresOn } from './request.rules.js';

/** Rules of a request's own fields. One that is added is valid a year, unless another day is given. */
beforeSave(Request, ({ caller, row, before }) => {
  const refusal = requestDatesRefusal(row, caller.today);
  if (refusal) throw refusal;
  if (!before) row.expiresOn ??= requestExpiresOn(row.registeredOn);
  if (row.expiresOn && row.expiresOn < row.registeredOn)
    throw new EndBeforeStart(row.registeredOn, row.expiresOn, 'expiresOn');
});
