import {
  AuditOutlined,
  CalendarOutlined,
  EditOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  SafetyCertificateOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatShortDay, formatTime } from '../../../i18n/format';
import { ObligationTag } from '../../../resource/value/tags';
import { useVocabulary, type Vocabulary } from '../../../resource/vocabulary';
import { LinkButton } from '../../../shell/LinkButton';
import { matrixAddress, to } from '../addresses';
import { daysUntil } from './days';
import type { ToDo } from './todo';
import type { Decide } from './use-decisions';

interface Told {
  icon: ComponentType;
  title: ReactNode;
  detail?: ReactNode;
  action: ReactNode;
  /** The day is a term that can be missed. */
  due: boolean;
}

interface Props {
  item: ToDo;
  today: string;
  onDecide: Decide;
}

/** One thing to do: when, what, and its one action. */
export function ToDoRow({ item, today, onDecide }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { icon: Icon, title, detail, action, due } = tell(item, { t, words, onDecide });
  const days = item.date ? daysUntil(item.date, today) : undefined;
  const late = due && days !== undefined && days < 0;
  return (
    <li className="to-do-row">
      <div className="to-do-when">
        {item.date ? (
          <>
            <time dateTime={item.date}>{formatShortDay(item.date)}</time>
            <small className={late ? 'to-do-late' : 'quiet'}>{relative(days ?? 0, late, t)}</small>
          </>
        ) : (
          <small className="quiet">{t('home.toDo.noDay')}</small>
        )}
      </div>
      <span className="to-do-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="to-do-what">
        <div className="to-do-title">{title}</div>
        {detail && <div className="quiet">{detail}</div>}
      </div>
      <div className="to-do-action no-print">{action}</div>
    </li>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

function relative(days: number, late: boolean, t: Translate): string {
  if (days === 0) return t('home.when.today');
  if (days === 1) return t('home.when.tomorrow');
  if (late) return t('home.when.late', { count: -days });
  const months = Math.round(Math.abs(days) / 30.44);
  if (days < 0) return -days < 60 ? t('home.when.ago', { count: -days }) : t('home.when.agoMonths', { count: months });
  return days < 60 ? t('home.when.in', { count: days }) : t('home.when.inMonths', { count: months });
}

/** The sentence and the action of each kind of thing to do. */
function tell(item: ToDo, { t, words, onDecide }: { t: Translate; words: Vocabulary; onDecide: Decide }): Told {
  switch (item.what) {
    case 'endingTogether':
      return {
        icon: FieldTimeOutlined,
        title: t('home.ending.together', { count: item.count, day: formatDay(item.endsOn) }),
        detail: item.prepared > 0 ? t('home.ending.prepared', { count: item.prepared }) : t('home.ending.nonePrepared'),
        action: <LinkButton to={to.versionsEnding(item.endsOn)}>{t('home.ending.see')}</LinkButton>,
        due: true,
      };
    case 'ending': {
      const { version, successor } = item;
      return {
        icon: FieldTimeOutlined,
        title: (
          <>
            {t('home.ending.one')} <Link to={to.guichet(version.guichet.id)}>{version.guichet.name}</Link>
          </>
        ),
        detail: successor
          ? t('home.ending.successor', {
              number: successor.convention.number,
              status: words.code('ConventionStatus', successor.status).toLowerCase(),
            })
          : t('home.ending.noSuccessor', { number: version.convention.number }),
        action: (
          <LinkButton to={successor ? to.version(successor.id) : to.newConvention(version.guichet.id)}>
            {successor ? t(`home.underway.action.${successor.status}`) : t('home.ending.renew')}
          </LinkButton>
        ),
        due: true,
      };
    }
    case 'underway': {
      const { id, status, guichet, convention, rank, startsOn } = item.version;
      return {
        icon: EditOutlined,
        title: (
          <>
            {t(`home.underway.title.${status}`, { context: rank > 1 ? 'avenant' : undefined })}{' '}
            <Link to={to.guichet(guichet.id)}>{guichet.name}</Link>
          </>
        ),
        detail: t('home.underway.detail', { number: convention.number, day: formatDay(startsOn) }),
        action: <LinkButton to={to.version(id)}>{t(`home.underway.action.${status}`)}</LinkButton>,
        due: true,
      };
    }
    case 'notClosed':
      return {
        icon: FileDoneOutlined,
        title: <Link to={to.meeting(item.meeting.id)}>{item.meeting.title}</Link>,
        detail: t('home.meeting.notClosed'),
        action: <LinkButton to={to.meeting(item.meeting.id)}>{t('home.meeting.close')}</LinkButton>,
        due: true,
      };
    case 'meeting': {
      const { id, title, startTime, place, state, coming, expected } = item.meeting;
      const facts = [
        t('home.meeting.at', { time: formatTime(startTime) }),
        place,
        t('home.meeting.coming', { count: coming.totalCount, all: expected.totalCount }),
      ];
      const action = item.today ? (state === 'OPEN' ? 'follow' : 'open') : 'prepare';
      return {
        icon: CalendarOutlined,
        title: <Link to={to.meeting(id)}>{title}</Link>,
        detail: facts.filter(Boolean).join(' · '),
        action: <LinkButton to={to.meeting(id)}>{t(`home.meeting.${action}`)}</LinkButton>,
        due: false,
      };
    }
    case 'declaration': {
      const { agent, meeting } = item.declaration;
      const name = `${agent.firstName} ${agent.lastName}`;
      return {
        icon: UserOutlined,
        title: t(meeting.outside ? 'home.declaration.outside' : 'home.declaration.meeting', { name }),
        detail: [meeting.title, meeting.outside ? meeting.organiserName : undefined, agent.organisation.name]
          .filter(Boolean)
          .join(' · '),
        action: (
          <>
            <Button
              aria-label={t('home.declaration.confirmOf', { name })}
              onClick={() => onDecide(item.declaration, 'confirm')}
            >
              {t('home.declaration.confirm')}
            </Button>
            <Button
              type="text"
              aria-label={t('home.declaration.refuseOf', { name })}
              onClick={() => onDecide(item.declaration, 'refuse')}
            >
              {t('home.declaration.refuse')}
            </Button>
          </>
        ),
        due: false,
      };
    }
    case 'obligation':
      return tellObligation(item, t, words);
  }
}

/** Names told before "and others". */
const named = 3;

function tellObligation(item: Extract<ToDo, { what: 'obligation' }>, t: Translate, words: Vocabulary): Told {
  const { kind, state, meeting, guichets } = item;
  const names = guichets
    .slice(0, named)
    .map(({ name }) => name)
    .join(', ');
  const rest = guichets.length - named;
  const who = rest > 0 ? t('home.obligation.others', { names, count: rest }) : names;
  const [only] = guichets;
  return {
    icon: state === 'AT_RISK' ? SafetyCertificateOutlined : AuditOutlined,
    title: (
      <>
        <span>{words.code('ObligationKind', kind)}</span> <ObligationTag state={state} />{' '}
        <span className="to-do-count">{t('home.obligation.guichets', { count: guichets.length })}</span>
      </>
    ),
    detail: (
      <>
        {who}
        {meeting && (
          <>
            {' · '}
            {t('home.obligation.next')} <Link to={to.meeting(meeting.id)}>{meeting.title}</Link>
          </>
        )}
      </>
    ),
    action: (
      <LinkButton to={guichets.length === 1 && only ? to.guichet(only.id) : matrixAddress({ states: [state], kind })}>
        {t(guichets.length === 1 ? 'home.obligation.seeOne' : 'home.obligation.see')}
      </LinkButton>
    ),
    due: false,
  };
}
