import { conceptOf, type Role } from '../../crud/metadata';

/** Who opens accounts looks after them, and after the mails that go to them. */
export const managesAccounts = (role: Role): boolean => conceptOf('Account').roles.create.includes(role);
