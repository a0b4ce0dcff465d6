import { type HttpError, useList } from '@refinedev/core';
import type { ListState } from '../address';
import { isPreset, type ListDeclaration, type Row } from '../define';
import { fieldAt } from '../metadata';
import { valueAt } from '../row';

/**
 * The EPCI's own number that one of a list's presets depends on, and whether the rows wait for it. Where it cannot be read, the one
 * that an EPCI has until it chooses.
 */
export function useSetting({ filters = [] }: ListDeclaration, state: ListState) {
  const preset = filters.filter(isPreset).find(({ setting }) => setting);
  const path = preset?.setting;
  const { query, result } = useList<Row, HttpError>({
    resource: 'epcis',
    pagination: { currentPage: 1, pageSize: 1, mode: 'server' },
    meta: { paths: path ? [path] : [] },
    queryOptions: { enabled: path !== undefined },
    errorNotification: false,
  });
  if (!preset || !path) return { awaited: false };
  if (query.isLoading) return { awaited: state.filters[preset.preset] !== undefined };
  return { setting: Number(valueAt(result.data[0], path) ?? fieldAt('Epci', path).field.default), awaited: false };
}
