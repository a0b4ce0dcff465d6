import { type HttpError, useSelect } from '@refinedev/core';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../define';
import { type ConceptName, conceptOf } from '../metadata';
import { titleOf, valueAt } from '../row';

interface Props {
  id?: string;
  concept: ConceptName;
  label: string;
  multiple?: boolean;
  value?: string[];
  onChange?: (ids: string[]) => void;
  onBlur?: () => void;
  clearable?: boolean;
  disabled?: boolean;
  /** Condition on what may be chosen, in the API's words. */
  among?: object | undefined;
}

/** Told under a name, so that two of the same name can be told apart. */
const details: Partial<Record<ConceptName, string>> = {
  Guichet: 'organisation.name',
  Agent: 'organisation.name',
  Commune: 'inseeCode',
  Convention: 'guichet.name',
};

/** Milliseconds without a key before searching. */
const patience = 200;

/** One or several things of a concept, searched as one types. */
export function RelationSelect({
  concept,
  label,
  multiple = false,
  value = [],
  onChange,
  clearable = true,
  among,
  ...rest
}: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const detail = details[concept];
  const { plural, title } = conceptOf(concept);
  const { options, query, defaultValueQuery, onSearch } = useSelect<Row, HttpError>({
    resource: plural,
    optionLabel: (row) => titleOf(concept, row) || row.id,
    optionValue: (row) => row.id,
    defaultValue: value,
    debounce: patience,
    onSearch: (text) => (text.trim() ? [{ field: 'q', operator: 'contains', value: text.trim() }] : []),
    pagination: { currentPage: 1, pageSize: 30, mode: 'server' },
    meta: { paths: detail ? [...title, detail] : title, where: among },
    queryOptions: { enabled: opened, placeholderData: (previous) => previous },
    // What is chosen is read before one opens the list.
    defaultValueQueryOptions: { enabled: value.length > 0 },
    errorNotification: false,
  });
  const rows = [...(query.data?.data ?? []), ...defaultValueQuery.result.data];
  const detailOf = (id: unknown) =>
    detail &&
    valueAt(
      rows.find((row) => row.id === id),
      detail,
    );
  // What is chosen and not read yet.
  const coming = value.filter((id) => !options.some((option) => option.value === id));

  return (
    <Select
      {...rest}
      className="relation-select"
      aria-label={label}
      showSearch
      filterOption={false}
      {...(multiple ? { mode: 'multiple' } : {})}
      value={multiple ? value : (value[0] ?? null)}
      options={[...options, ...coming.map((id) => ({ value: id, label: '…' }))]}
      allowClear={clearable}
      loading={query.isFetching}
      placeholder={t('form.search')}
      notFoundContent={query.isFetching ? t('form.searching') : t('form.nothingFound')}
      onOpenChange={setOpened}
      onSearch={onSearch}
      onChange={(next: string | string[] | undefined) => onChange?.(next === undefined ? [] : [next].flat())}
      optionRender={({ data }) => (
        <span className="option">
          {data.label}
          {detailOf(data.value) && <small>{String(detailOf(data.value))}</small>}
        </span>
      )}
    />
  );
}
