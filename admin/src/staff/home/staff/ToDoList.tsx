import { Button, Grid, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { capital } from '../../../crud/vocabulary';
import { formatLongDay } from '../../../i18n/format';
import { ToDoRow } from './ToDoRow';
import type { ToDo } from './todo';
import { type Decide, useDecisions } from './use-decisions';

/** Enough to begin the day with; the rest is one press away. */
const shown = { wide: 8, narrow: 5 };

interface Props {
  items: ToDo[];
  today: string;
  onDecided: () => void;
}

export function ToDoList({ items, today, onDecided }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const wide = Grid.useBreakpoint().md ?? true;
  const some = wide ? shown.wide : shown.narrow;
  const decisions = useDecisions(onDecided);
  const left = items.filter(({ subject: { id } }) => !id || !decisions.taken.has(id));
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** The row that was decided goes away under the focus: the next one takes it. */
  const decide: Decide = (declaration, verdict) => {
    const at = left.findIndex(({ subject }) => subject.id === declaration.id);
    flushSync(() => decisions.decide(declaration, verdict));
    const next = list.current?.children.item(at)?.querySelector<HTMLElement>('.to-do-action a, .to-do-action button');
    (next ?? heading.current)?.focus({ preventScroll: true });
  };
  const printing = usePrinting();
  const visible = all || printing ? left : left.slice(0, some);
  return (
    <section className="to-do" aria-labelledby="to-do">
      <header className="home-head">
        <Typography.Title level={1} id="to-do" ref={heading} tabIndex={-1}>
          {t('home.toDo.title')} {left.length > 0 && <span className="count">{left.length}</span>}
        </Typography.Title>
        <p className="quiet">{capital(formatLongDay(today))}</p>
      </header>
      <div className="page-section">
        {left.length === 0 ? (
          <p className="quiet">{t('home.toDo.nothing')}</p>
        ) : (
          <ul className="plain-list" ref={list}>
            {visible.map((item) => (
              <ToDoRow key={item.key} item={item} today={today} onDecide={decide} />
            ))}
          </ul>
        )}
        {left.length > some && (
          <Button type="link" className="to-do-more no-print" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('home.toDo.less') : t('home.toDo.more', { count: left.length - some })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Paper has no button to press: what it counts, it lists. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
