import { CloseOutlined, DownOutlined, FilterOutlined } from '@ant-design/icons';
import type { CrudFilter } from '@refinedev/core';
import { Badge, Button, Drawer, Grid } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format';
import { PopUp } from '../../shell/PopUp';
import { useRole } from '../../shell/session-context';
import { type FilterValue, filterValue } from '../address';
import { isPreset, type ListDeclaration } from '../define';
import { type ConceptName, conceptOf, fieldAt, mayReadPath } from '../metadata';
import { useVocabulary } from '../vocabulary';
import { DayFilter } from './DayFilter';
import { FilterEditor } from './FilterEditor';
import { FilterSummary } from './FilterSummary';

interface Props {
  concept: ConceptName;
  list: ListDeclaration;
  filters: CrudFilter[];
  /** The day that the rows are of. */
  day: string | undefined;
  /** The EPCI's number that a preset depends on; its chip waits for it. */
  setting: number | undefined;
  onChange: (key: string, value: FilterValue) => void;
}

/** The named filters of a list: chips that say what they hold, or a drawer on a narrow screen. */
export function Filters(props: Props) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  const [open, setOpen] = useState(false);
  const count = props.filters.filter((filter) => 'field' in filter && !['q', 'on'].includes(filter.field)).length;
  if (wide) return <Chips {...props} />;
  return (
    <>
      <Badge count={count} size="small">
        <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
          {t('list.filters')}
        </Button>
      </Badge>
      <Drawer
        title={t('list.filters')}
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        height="85%"
        footer={
          <Button type="primary" block size="large" onClick={() => setOpen(false)}>
            {t('list.showRows')}
          </Button>
        }
      >
        <div className="filter-stack">
          <Chips {...props} unfolded />
        </div>
      </Drawer>
    </>
  );
}

function Chips({ concept, list, filters, day, setting, onChange, unfolded = false }: Props & { unfolded?: boolean }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const role = useRole();
  const declared = (list.filters ?? []).filter((filter) =>
    isPreset(filter) ? (filter.roles?.includes(role) ?? true) : mayReadPath(concept, filter, role),
  );
  const [on] = filterValue(filters, 'on');
  return (
    <>
      {declared.map((filter) => {
        if (isPreset(filter)) {
          if (filter.setting && setting === undefined) return null;
          const active = filterValue(filters, filter.preset).length > 0;
          return (
            <Button
              key={filter.preset}
              className={active ? 'chip chip-on' : 'chip'}
              aria-pressed={active}
              onClick={() => onChange(filter.preset, active ? [] : ['on'])}
            >
              {t(`filters.${filter.preset}`, { count: setting })}
              {active && <CloseOutlined aria-hidden />}
            </Button>
          );
        }
        const value = filterValue(filters, filter);
        return (
          <Chip
            key={filter}
            label={words.short(concept, filter)}
            unfolded={unfolded}
            editor={
              <FilterEditor concept={concept} path={filter} value={value} onChange={(next) => onChange(filter, next)} />
            }
            says={value.length > 0 && <FilterSummary field={fieldAt(concept, filter).field} value={value} />}
            onClear={value.length > 0 ? () => onChange(filter, []) : undefined}
          />
        );
      })}
      {conceptOf(concept).dated && (list.today || on) && (
        <Chip
          label={t('list.on')}
          unfolded={unfolded}
          editor={
            <DayFilter on={on} usual={list.today ?? false} onChange={(next) => onChange('on', next ? [next] : [])} />
          }
          says={on === undefined ? t('list.today') : day ? formatDay(day) : t('list.always')}
          onClear={on ? () => onChange('on', []) : undefined}
        />
      )}
    </>
  );
}

interface ChipProps {
  label: string;
  editor: ReactNode;
  /** What it holds, in a few words. */
  says: ReactNode;
  /** Where it holds something else than usual. */
  onClear: (() => void) | undefined;
  /** In the drawer: the editor itself. */
  unfolded: boolean;
}

function Chip({ label, editor, says, onClear, unfolded }: ChipProps) {
  const { t } = useTranslation();
  if (unfolded)
    return (
      <fieldset className="filter-block">
        <legend>{label}</legend>
        {editor}
      </fieldset>
    );
  return (
    <span className={onClear ? 'chip-group chip-on' : 'chip-group'}>
      <PopUp content={<div className="filter-pop">{editor}</div>}>
        <Button className="chip">
          {says ? t('list.chip', { label }) : label}
          {says && <span className="chip-value">{says}</span>}
          {!onClear && <DownOutlined aria-hidden />}
        </Button>
      </PopUp>
      {onClear && (
        <Button
          className="chip-clear"
          icon={<CloseOutlined />}
          aria-label={t('list.clearOne', { label })}
          onClick={onClear}
        />
      )}
    </span>
  );
}
