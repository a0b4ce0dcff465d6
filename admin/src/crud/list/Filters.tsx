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
  const [on] = filterValue(filters, 'on');
  const declared = (list.filters ?? []).filter((filter) =>
    isPreset(filter) ? (filter.roles?.includes(role) ?? true) : mayReadPath(concept, filter, role),
  );
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
        const active = value.length > 0;
        const label = words.short(concept, filter);
        const editor = (
          <FilterEditor concept={concept} path={filter} value={value} onChange={(next) => onChange(filter, next)} />
        );
        if (unfolded) return <Unfolded key={filter} label={label} editor={editor} />;
        return (
          <Chip key={filter} label={label} active={active} editor={editor} onClear={() => onChange(filter, [])}>
            {active && <FilterSummary field={fieldAt(concept, filter).field} value={value} />}
          </Chip>
        );
      })}
      {conceptOf(concept).dated && (list.today || on) && (
        <DayChip usual={list.today ?? false} on={on} day={day} unfolded={unfolded} onChange={onChange} />
      )}
    </>
  );
}

function Unfolded({ label, editor }: { label: string; editor: ReactNode }) {
  return (
    <fieldset className="filter-block">
      <legend>{label}</legend>
      {editor}
    </fieldset>
  );
}

interface ChipProps {
  label: string;
  active: boolean;
  /** Says its value although it is the usual one. */
  usual?: boolean;
  editor: ReactNode;
  onClear?: (() => void) | undefined;
  children?: ReactNode;
}

function Chip({ label, active, usual = false, editor, onClear, children }: ChipProps) {
  const { t } = useTranslation();
  const clear = active ? onClear : undefined;
  return (
    <span className={active ? 'chip-group chip-on' : 'chip-group'}>
      <PopUp content={<div className="filter-pop">{editor}</div>}>
        <Button className="chip">
          {active || usual ? t('list.chip', { label }) : label}
          {(active || usual) && <span className="chip-value">{children}</span>}
          {!clear && <DownOutlined aria-hidden />}
        </Button>
      </PopUp>
      {clear && (
        <Button
          className="chip-clear"
          icon={<CloseOutlined />}
          aria-label={t('list.clearOne', { label })}
          onClick={clear}
        />
      )}
    </span>
  );
}

interface DayProps {
  /** The list looks at today until told otherwise. */
  usual: boolean;
  /** As chosen: a day or `all`. */
  on: string | undefined;
  day: string | undefined;
  unfolded: boolean;
  onChange: Props['onChange'];
}

/** The day at which a dated list is looked at. */
function DayChip({ usual, on, day, unfolded, onChange }: DayProps) {
  const { t } = useTranslation();
  const label = t('list.on');
  const editor = <DayFilter on={on} usual={usual} onChange={(next) => onChange('on', next ? [next] : [])} />;
  if (unfolded) return <Unfolded label={label} editor={editor} />;
  const saying = on === undefined ? t('list.today') : day ? formatDay(day) : t('list.always');
  return (
    <Chip
      label={label}
      active={on !== undefined}
      usual
      editor={editor}
      onClear={on ? () => onChange('on', []) : undefined}
    >
      {saying}
    </Chip>
  );
}
