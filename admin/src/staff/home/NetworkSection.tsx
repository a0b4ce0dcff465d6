import { Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreCommunesDocument, MoreGuichetsDocument } from '../../generated/graphql';
import type { Report } from '../compliance/model';
import type { Commune, Guichet } from '../territory/map/network';
import { TerritoryMap } from '../territory/map/TerritoryMap';
import { TerritoryTable } from '../territory/map/TerritoryTable';
import { LevelChart } from './LevelChart';
import { useRest } from './use-rest';

interface Connection<T> {
  totalCount: number;
  nodes: T[];
}

interface Props {
  communes: Connection<Commune>;
  guichets: Connection<Guichet>;
  reports: readonly Report[];
  today: string;
  epciId?: string | undefined;
}

/** The network on its territory: guichets by level, the map, and the table that says the same. */
export function NetworkSection({ communes: firstCommunes, guichets: firstGuichets, reports, today, epciId }: Props) {
  const { t } = useTranslation();
  const [pointed, setPointed] = useState<string>();
  const filter = epciId ? { epci: { id: { eq: epciId } } } : null;
  const communes = useRest('communes', firstCommunes, MoreCommunesDocument, { on: today, filter });
  const guichets = useRest('guichets', firstGuichets, MoreGuichetsDocument, { on: today, filter });
  const states = useMemo(
    () => new Map(reports.flatMap(({ guichetId, status }) => (status ? [[guichetId, status] as const] : []))),
    [reports],
  );
  return (
    <section className="page-section" aria-labelledby="network">
      <Typography.Title level={2} id="network">
        {t('home.network.title')}
      </Typography.Title>
      <div className="network">
        <div className="network-map">
          <LevelChart guichets={guichets} />
          <TerritoryMap communes={communes} guichets={guichets} described="territory-table" highlighted={pointed} />
          <p className="quiet map-source">{t('map.source')}</p>
        </div>
        <div className="network-table">
          <TerritoryTable
            id="territory-table"
            communes={communes}
            guichets={guichets}
            states={states}
            onPoint={setPointed}
          />
        </div>
      </div>
    </section>
  );
}
