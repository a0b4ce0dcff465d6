import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffHomeDocument } from '../../../generated/graphql';
import { isLanguage } from '../../../i18n/i18n';
import { useRead } from '../../../providers/use-read';
import { lazily } from '../../../shell/lazily';
import { useToday } from '../../../shell/session-context';
import { usePageTitle } from '../../../shell/use-page-title';
import { Failure } from '../Failure';
import { HomeSkeleton } from '../HomeSkeleton';
import { NoGuichet } from '../NoGuichet';
import { daysOf } from './days';
import { StaffFigures } from './StaffFigures';
import { ToDoList } from './ToDoList';

// Below what is to be done today: they come when that can be read already.
const NetworkSection = lazily(async () => (await import('../NetworkSection')).NetworkSection, 640);
const ComplianceMatrix = lazily(async () => (await import('../../compliance/ComplianceMatrix')).ComplianceMatrix, 480);

/** The home of the EPCI's staff: what must I do now, how is the network, who keeps its commitments. */
export function StaffHome() {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const days = useMemo(() => daysOf(today), [today]);
  const { data, error, refetch } = useRead('StaffHome', StaffHomeDocument, {
    ...days,
    locale: isLanguage(i18n.language) ? i18n.language : null,
  });
  usePageTitle(t('menu.home'));

  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <HomeSkeleton />;
  const empty = data.guichets.totalCount === 0;
  return (
    <div className="page home">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {empty ? (
        <NoGuichet name={data.epcis.nodes[0]?.name} />
      ) : (
        <>
          <ToDoList items={data.toDo} today={today} onDecided={() => void refetch()} />
          <StaffFigures data={data} days={days} />
          <NetworkSection
            communes={data.communes}
            guichets={data.guichets}
            reports={data.complianceReport}
            today={today}
          />
          <ComplianceMatrix year={days.year} reports={data.complianceReport} />
        </>
      )}
    </div>
  );
}
