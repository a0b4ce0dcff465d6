import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToDoRow } from './ToDoRow';
import type { ToDo } from './todo';
import { useDecisions } from './use-decisions';

/** Enough to begin the day with; the rest is one press away. */
const shown = 8;

interface Props {
  items: ToDo[];
  today: string;
  onDecided: () => void;
}

export function ToDoList({ items, today, onDecided }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const decisions = useDecisions(onDecided);
  const left = items.filter(({ key }) => !decisions.taken.has(key));
  const visible = all ? left : left.slice(0, shown);
  return (
    <section className="page-section to-do" aria-labelledby="to-do">
      <div className="section-head">
        <Typography.Title level={2} id="to-do">
          {t('home.toDo.title')} {left.length > 0 && <span className="count">{left.length}</span>}
        </Typography.Title>
      </div>
      {left.length === 0 ? (
        <p className="quiet">{t('home.toDo.nothing')}</p>
      ) : (
        <ul className="plain-list">
          {visible.map((item) => (
            <ToDoRow key={`${item.what} ${item.key}`} item={item} today={today} onDecide={decisions.decide} />
          ))}
        </ul>
      )}
      {left.length > shown && (
        <Button type="link" className="to-do-more no-print" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('home.toDo.less') : t('home.toDo.more', { count: left.length - shown })}
        </Button>
      )}
    </section>
  );
}
