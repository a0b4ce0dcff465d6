import { type HttpError, useList } from '@refinedev/core';
import { isPreset, type ListDeclaration, type Row } from '../define';
import { fieldAt } from '../metadata';
import { valueAt } from '../row';

/**
 * The EPCI's own number that one of a list's presets depends on, and the preset's name while it is not known. Where it cannot be
 * read, the one that an EPCI has until it chooses.
 */
export function useSetting({ filters = [] }: ListDeclaration): { setting?: number; awaitedBy?: string } {
  const preset = filters.filter(isPreset).find(({ setting }) => setting);
  const path = preset?.setting;
  const { query, result } = useList<Row, HttpError>({
    resource: 'epcis',
    pagination: { currentPage: 1, pageSize: 1, mode: 'server' },
    meta: { paths: path ? [path] : [] },
    queryOptions: { enabled: path !== undefined },
    errorNotification: false,
  });
  if (!preset || !path) return {};
  if (query.isLoading) return { awaitedBy: preset.preset };
  return { setting: Number(valueAt(result.data[0], path) ?? fieldAt('Epci', path).field.default) };
}
