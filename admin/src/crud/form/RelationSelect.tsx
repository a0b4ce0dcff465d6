import { type HttpError, useList, useMany } from '@refinedev/core';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
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
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const detail = details[concept];
  const { plural, title } = conceptOf(concept);
  const paths = detail ? [...title, detail] : title;

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), patience);
    return () => clearTimeout(timer);
  }, [typed]);

  const found = useList<Row, HttpError>({
    resource: plural,
    pagination: { currentPage: 1, pageSize: 30, mode: 'server' },
    meta: { concept, paths, search, where: among },
    queryOptions: { enabled: opened, placeholderData: (previous) => previous },
    errorNotification: false,
  });
  const chosen = useMany<Row, HttpError>({
    resource: plural,
    ids: value,
    meta: { paths },
    queryOptions: { enabled: value.length > 0 },
    errorNotification: false,
  });

  const rows = new Map([...chosen.result.data, ...(opened ? found.result.data : [])].map((row) => [row.id, row]));
  const options = [...rows.values()].map((row) => ({
    value: row.id,
    label: titleOf(concept, row) || row.id,
    detail: detail ? String(valueAt(row, detail) ?? '') : '',
  }));
  for (const id of value) if (!rows.has(id)) options.push({ value: id, label: '…', detail: '' });

  return (
    <Select
      {...rest}
      className="relation-select"
      aria-label={label}
      showSearch
      filterOption={false}
      {...(multiple ? { mode: 'multiple' } : {})}
      value={multiple ? value : (value[0] ?? null)}
      options={options}
      allowClear={clearable}
      loading={found.query.isFetching}
      placeholder={t('form.search')}
      notFoundContent={found.query.isFetching ? t('form.searching') : t('form.nothingFound')}
      onOpenChange={setOpened}
      onSearch={setTyped}
      onChange={(next: string | string[] | undefined) => onChange?.(next === undefined ? [] : [next].flat())}
      optionRender={({ data }) => (
        <span className="option">
          {data.label}
          {data.detail && <small>{data.detail}</small>}
        </span>
      )}
    />
  );
}
