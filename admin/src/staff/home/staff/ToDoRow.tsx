import {
  AuditOutlined,
  CalendarOutlined,
  CommentOutlined,
  EditOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileExclamationOutlined,
  HourglassOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ObligationTag } from '../../../crud/value/tags';
import { formatShortDay } from '../../../i18n/format';
import { LinkButton } from '../../../shell/LinkButton';
import { addressOf } from '../../addresses';
import { daysUntil } from './days';
import type { ToDo } from './todo';
import type { Decide } from './use-decisions';

const icons: Readonly<Record<ToDo['kind'], ComponentType>> = {
  CONVENTION_ENDS: FieldTimeOutlined,
  CONVENTIONS_END: FieldTimeOutlined,
  EXPIRED_TO_SETTLE: HourglassOutlined,
  DRAFT_WAITING: EditOutlined,
  DRAFTS_WAITING: EditOutlined,
  COMMENTS_TO_ANSWER: CommentOutlined,
  DELIBERATION_MISSING: FileExclamationOutlined,
  SHEET_TO_CLOSE: FileDoneOutlined,
  MEETING_COMING: CalendarOutlined,
  DECLARATION_TO_CONFIRM: UserOutlined,
  OBLIGATION_MISSED: AuditOutlined,
};

interface Props {
  item: ToDo;
  today: string;
  onDecide: Decide;
}

/** One thing to do: when, what, and its one action. */
export function ToDoRow({ item, today, onDecide }: Props) {
  const { t } = useTranslation();
  const Icon = icons[item.kind];
  const days = item.dueOn ? daysUntil(item.dueOn, today) : undefined;
  const late = item.isTerm && days !== undefined && days < 0;
  return (
    <li className="to-do-row">
      <div className="to-do-when">
        {item.dueOn ? (
          <>
            <time dateTime={item.dueOn}>{formatShortDay(item.dueOn)}</time>
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
        <div className="to-do-title">
          {titleOf(item)} {item.subject.obligationState && <ObligationTag state={item.subject.obligationState} />}
        </div>
        {item.detail && <div className="quiet">{item.detail}</div>}
      </div>
      <div className="to-do-action no-print">
        <Action item={item} onDecide={onDecide} />
      </div>
    </li>
  );
}

/** The sentence, in which the name of what it is about leads there. */
function titleOf({ title, named }: ToDo): ReactNode {
  const name = named?.name;
  const at = name ? title.lastIndexOf(name) : -1;
  if (at < 0 || !named || !name) return title;
  return (
    <>
      {title.slice(0, at)}
      <Link to={addressOf(named)}>{name}</Link>
      {title.slice(at + name.length)}
    </>
  );
}

/** A declaration is decided on the spot; everything else is done on its page. */
function Action({ item, onDecide }: Pick<Props, 'item' | 'onDecide'>) {
  const { t } = useTranslation();
  const { id, revision, name } = item.subject;
  if (item.kind !== 'DECLARATION_TO_CONFIRM' || !id || revision == null || !name)
    return <LinkButton to={addressOf(item.subject)}>{item.action}</LinkButton>;
  const declaration = { id, revision, name };
  return (
    <>
      <Button aria-label={t('home.declaration.confirmOf', { name })} onClick={() => onDecide(declaration, 'confirm')}>
        {t('home.declaration.confirm')}
      </Button>
      <Button
        type="text"
        aria-label={t('home.declaration.refuseOf', { name })}
        onClick={() => onDecide(declaration, 'refuse')}
      >
        {t('home.declaration.refuse')}
      </Button>
    </>
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
