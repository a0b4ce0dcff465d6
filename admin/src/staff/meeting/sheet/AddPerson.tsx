import { type HttpError, useList } from '@refinedev/core';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../crud/define';
import { valueAt } from '../../../crud/row';
import type { Person } from './model';

interface Props {
  /** Whom the sheet has already. */
  known: ReadonlySet<string>;
  heldOn: string;
  onAdd: (person: Person) => void;
}

/** Milliseconds without a key before searching. */
const patience = 200;

const text = (row: Row, path: string) => {
  const value = valueAt(row, path);
  return typeof value === 'string' ? value : '';
};

const personOf = (row: Row): Person => ({
  agentId: row.id,
  firstName: text(row, 'firstName'),
  lastName: text(row, 'lastName'),
  jobTitle: text(row, 'jobTitle') || null,
  organisationName: text(row, 'organisation.name'),
  attendance: null,
});

/** Someone who came without being expected: open, choose, there they are. */
export function AddPerson({ known, heldOn, onAdd }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), patience);
    return () => clearTimeout(timer);
  }, [typed]);

  const { query, result } = useList<Row, HttpError>({
    resource: 'agents',
    pagination: { currentPage: 1, pageSize: 40, mode: 'server' },
    meta: {
      paths: ['lastName', 'firstName', 'jobTitle', 'organisation.name'],
      search,
      // Whoever worked on that day; those on the sheet are offered only to who looks for them, to be told so.
      where: {
        or: [{ endedOn: { isNull: true } }, { endedOn: { gt: heldOn } }],
        ...(search ? {} : { not: { id: { in: [...known] } } }),
      },
    },
    queryOptions: { enabled: opened, placeholderData: (previous) => previous },
    errorNotification: false,
  });
  const people = opened ? result.data.map(personOf) : [];

  return (
    <Select<string>
      className="add-person no-print"
      aria-label={t('meeting.sheet.add')}
      placeholder={t('meeting.sheet.addPlaceholder')}
      showSearch
      filterOption={false}
      value={null}
      searchValue={typed}
      loading={query.isFetching}
      notFoundContent={query.isFetching ? t('form.searching') : t('meeting.sheet.addNone')}
      onOpenChange={setOpened}
      onSearch={setTyped}
      onSelect={(id) => {
        const person = people.find(({ agentId }) => agentId === id);
        if (person) onAdd(person);
        setTyped('');
      }}
      options={people.map((person) => ({
        value: person.agentId,
        label: `${person.firstName} ${person.lastName}`,
        disabled: known.has(person.agentId),
        detail: [known.has(person.agentId) ? t('meeting.sheet.already') : person.jobTitle, person.organisationName]
          .filter(Boolean)
          .join(' · '),
      }))}
      optionRender={({ data }) => (
        <span className="option">
          {data.label}
          <small>{data.detail}</small>
        </span>
      )}
    />
  );
}
