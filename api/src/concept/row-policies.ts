import type { PolicyDef } from '@mikro-orm/core';
import type { DbRole } from '../base/roles.js';
import { type ConceptMeta, columnOf, isStored, type Policy, targetOf } from './meta.js';

/**
 * Relations that a caller writes must be rows the caller sees, of the same EPCI: policies apply inside the sub-select. A role
 * that sees no row of the other concept writes the relation in services alone.
 */
const relationsVisible = (concept: ConceptMeta, role: DbRole, acrossEpcis: boolean): Policy[] =>
  [...concept.fields.values()]
    .filter(
      (field) =>
        field.kind === 'one' &&
        isStored(field) &&
        // A policy that reads its own table would loop: what points to its own kind is written, and checked, by services alone.
        targetOf(field) !== concept &&
        targetOf(field).fields.has('epci') &&
        concept.fields.has('epci') &&
        field.name !== 'epci',
    )
    .filter((field) => targetOf(field).access[role]?.read)
    .map((field) => {
      const column = columnOf(field);
      const target = targetOf(field).table;
      const sameEpci = acrossEpcis ? '' : ` and r.epci_id = "${concept.table}".epci_id`;
      const seen = `exists (select 1 from "${target}" r where r.id = "${concept.table}"."${column}"${sameEpci})`;
      return field.nullable ? `("${column}" is null or ${seen})` : seen;
    });

/** The row policies of a concept's table, from its declared access. */
export const policiesOf = (concept: ConceptMeta, acrossEpcis: boolean): PolicyDef[] =>
  Object.entries(concept.access).flatMap(([role, { read, create, update, updated = update, delete: remove }]) => {
    const written = (policy: Policy): Policy =>
      [`(${policy})`, ...relationsVisible(concept, role as DbRole, acrossEpcis)].join(' and ');
    const policy = (
      command: NonNullable<PolicyDef['command']>,
      more: Pick<PolicyDef, 'using' | 'check'>,
    ): PolicyDef => ({
      name: `${concept.table}_${role.replace('parvis_', '')}_${command}`,
      command,
      roles: [role],
      ...more,
    });
    return [
      ...(read ? [policy('select', { using: read })] : []),
      ...(create ? [policy('insert', { check: () => written(create) })] : []),
      ...(update ? [policy('update', { using: update, check: () => written(updated ?? update) })] : []),
      ...(remove ? [policy('delete', { using: remove })] : []),
    ];
  });
