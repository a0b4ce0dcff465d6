import { Button, Grid, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../../crud/registry';
import { ObligationTag } from '../../../crud/value/tags';
import { useVocabulary } from '../../../crud/vocabulary';
import { formatShortDay } from '../../../i18n/format';
import type { Level, ObligationState } from '../../../theme/tokens';
import { LevelMark } from './LevelMark';
import { boundUntil, type Commune, type Guichet } from './network';

interface Props {
  id: string;
  communes: readonly Commune[];
  guichets: readonly Guichet[];
  /** The most urgent state of each guichet. */
  states: ReadonlyMap<string, ObligationState>;
  onPoint: (commune: string | undefined) => void;
}

interface Line {
  key: string;
  communeId: string;
  commune: string;
  guichet: Guichet | undefined;
  state: ObligationState | undefined;
}

/** Lines shown first on a phone. */
const few = 8;

const text = (one: string | null | undefined, other: string | null | undefined): number =>
  one && other ? one.localeCompare(other, 'fr') : Number(!one) - Number(!other);

const endOf = ({ guichet }: Line) => guichet && boundUntil(guichet);

/** What the map shows, as a table: a line for each guichet, and one for each commune without any. */
export function TerritoryTable({ id, communes, guichets, states, onPoint }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const wide = Grid.useBreakpoint().md ?? true;
  const [all, setAll] = useState(false);
  const lines = useMemo(() => linesOf(communes, guichets, states), [communes, guichets, states]);
  const columns: TableColumnsType<Line> = [
    {
      key: 'guichet',
      title: words.one('Guichet').replace(/^./, (letter) => letter.toUpperCase()),
      sorter: (one, other) => text(one.guichet?.name, other.guichet?.name) || text(one.commune, other.commune),
      render: (_, { guichet, commune, communeId }) =>
        guichet ? (
          <>
            <Link to={pathTo('Guichet', guichet.id)}>{guichet.name}</Link>
            {!wide && <LevelName level={guichet.level} />}
          </>
        ) : (
          <span className="quiet">
            <Link to={pathTo('Commune', communeId)}>{commune}</Link>
            {t('map.noneAfter')}
          </span>
        ),
    },
    {
      key: 'level',
      responsive: ['md'],
      title: words.label('Guichet', 'level'),
      sorter: (one, other) => text(one.guichet?.level, other.guichet?.level) || text(one.commune, other.commune),
      render: (_, { guichet }) => <LevelName level={guichet?.level} />,
    },
    {
      key: 'until',
      responsive: ['md'],
      title: t('map.conventionUntil'),
      sorter: (one, other) => text(endOf(one), endOf(other)) || text(one.commune, other.commune),
      render: (_, line) => {
        const end = endOf(line);
        if (end) return <span className="nowrap">{formatShortDay(end)}</span>;
        return line.guichet && <span className="quiet">{t('map.noneShort')}</span>;
      },
    },
    {
      key: 'state',
      title: t('map.obligations'),
      sorter: (one, other) => text(one.state, other.state) || text(one.commune, other.commune),
      render: (_, { state }) => (state ? <ObligationTag state={state} /> : <span className="quiet">–</span>),
    },
  ];
  const shown = wide || all ? lines : lines.slice(0, few);
  return (
    <>
      <Table<Line>
        id={id}
        aria-label={t('map.table')}
        className="territory-table"
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={shown}
        pagination={false}
        showSorterTooltip={false}
        onRow={({ communeId }) => ({ onMouseEnter: () => onPoint(communeId), onMouseLeave: () => onPoint(undefined) })}
      />
      {shown.length < lines.length && (
        <Button type="link" className="to-do-more" onClick={() => setAll(true)}>
          {t('map.more', { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function LevelName({ level }: { level: Level | null | undefined }) {
  const words = useVocabulary();
  return (
    level && (
      <span className="level-name">
        <LevelMark level={level} />
        {words.code('Level', level)}
      </span>
    )
  );
}

function linesOf(
  communes: readonly Commune[],
  guichets: readonly Guichet[],
  states: ReadonlyMap<string, ObligationState>,
): Line[] {
  const withGuichet = new Set(guichets.map(({ commune }) => commune.id));
  const own = guichets.map((guichet) => ({
    key: guichet.id,
    communeId: guichet.commune.id,
    commune: guichet.commune.name,
    guichet,
    state: states.get(guichet.id),
  }));
  const bare = communes
    .filter(({ id }) => !withGuichet.has(id))
    .map(({ id, name }) => ({ key: id, communeId: id, commune: name, guichet: undefined, state: undefined }));
  return [...own, ...bare].sort((one, other) => text(one.commune, other.commune));
}
