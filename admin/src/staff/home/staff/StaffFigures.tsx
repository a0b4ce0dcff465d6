import { useTranslation } from 'react-i18next';
import type { StaffHomeQuery } from '../../../generated/graphql';
import { formatNumber } from '../../../i18n/format';
import { matrixAddress, to } from '../../addresses';
import { Figure, percent } from '../Figure';
import { dayAfter, type daysOf } from './days';
import { metShare } from './todo';

interface Props {
  data: StaffHomeQuery;
  days: ReturnType<typeof daysOf>;
}

const share = (part: number, all: number): number | undefined => (all > 0 ? part / all : undefined);

/** The four figures that matter, each a link to the rows behind it. */
export function StaffFigures({ data, days }: Props) {
  const { t } = useTranslation();
  const {
    guichets,
    inForce,
    attended,
    expected,
    attendedBefore,
    expectedBefore,
    registered,
    online,
    registeredBefore,
    onlineBefore,
  } = data;
  const { met, judged } = metShare(data.complianceReport);
  const attendance = share(attended.totalCount, expected.totalCount);
  const onlineShare = share(online.totalCount, registered.totalCount);
  const epci = data.epcis.nodes[0];
  const onlineAim = epci && epci.onlineAim / 100;
  const span = [dayAfter(days.yearAgo), days.today] as const;
  return (
    <section aria-label={t('home.figures.label')} className="figures">
      <Figure
        label={t('home.figures.conventions')}
        value={formatNumber(inForce.totalCount)}
        of={t('home.figures.ofGuichets', { count: guichets.totalCount })}
        share={share(inForce.totalCount, guichets.totalCount)}
        target={1}
        note={t('home.figures.conventionsAim')}
        to={to.versionsInForce()}
      />
      <Figure
        label={t('home.figures.obligations', { year: days.year })}
        value={formatNumber(met)}
        of={t('home.figures.ofJudged', { count: judged })}
        share={share(met, judged)}
        target={1}
        note={t('home.figures.obligationsAim')}
        to={matrixAddress({ states: ['NOT_MET', 'AT_RISK', 'UNKNOWN'] })}
      />
      <Figure
        label={t('home.figures.attendance')}
        value={attendance === undefined ? t('home.figures.none') : percent(attendance)}
        of={t('home.figures.present', { count: attended.totalCount, all: formatNumber(expected.totalCount) })}
        share={attendance}
        change={changeOf(attendance, share(attendedBefore.totalCount, expectedBefore.totalCount))}
        note={t('home.figures.attendanceNote')}
        to={to.present(...span)}
      />
      <Figure
        label={t('home.figures.online')}
        value={onlineShare === undefined ? t('home.figures.none') : percent(onlineShare)}
        of={t('home.figures.registered', {
          count: registered.totalCount,
          formatted: formatNumber(registered.totalCount),
          guichets: formatNumber(registered.totalCount - online.totalCount),
        })}
        share={onlineShare}
        target={onlineAim}
        change={changeOf(onlineShare, share(onlineBefore.totalCount, registeredBefore.totalCount))}
        note={onlineAim === undefined ? undefined : t('home.figures.onlineAim', { aim: percent(onlineAim) })}
        to={to.online(...span)}
      />
    </section>
  );
}

/** Change in points against the twelve months before; undefined when those are not known. */
const changeOf = (now: number | undefined, before: number | undefined): number | undefined =>
  now === undefined || before === undefined ? undefined : Math.round((now - before) * 100) || 0;
