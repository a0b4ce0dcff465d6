import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VersionChoicesDocument } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';

interface Props {
  labelledBy: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** A convention or one of its avenants, found by number or guichet. */
export function VersionSelect({ labelledBy, value, onChange }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useRead('VersionChoices', VersionChoicesDocument, { search: search || null });
  const options = (data?.conventionVersions.nodes ?? []).map(({ id, rank, convention, guichet }) => ({
    value: id,
    label: `${t(rank > 1 ? 'document.tags.avenant' : 'document.tags.convention', { number: convention.number, rank: rank - 1 })} – ${guichet.name}`,
  }));
  return (
    <Select
      showSearch
      allowClear
      aria-labelledby={labelledBy}
      filterOption={false}
      loading={isFetching}
      options={options}
      value={value ?? null}
      placeholder={t('document.tags.choose')}
      notFoundContent={t('document.tags.noVersion')}
      onSearch={setSearch}
      onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
    />
  );
}
