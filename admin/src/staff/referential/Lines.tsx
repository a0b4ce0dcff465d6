import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LevelTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import type { Level } from '../../generated/graphql';
import { formatNumber } from '../../i18n/format';
import { useObligationKinds } from '../compliance/use-obligation-kinds';
import type { EditedItem, Obligation } from './model';

/** What can be done to a line of a draft; absent where it is only read. */
export interface LineActions {
  onEdit: () => void;
  onRemove: () => void;
  /** Absent at the top or the bottom. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}

/** The buttons of a line, each named with what it acts on. */
function Tools({ name, actions, ordered }: { name: string; actions: LineActions; ordered?: boolean }) {
  const { t } = useTranslation();
  const { onEdit, onRemove, onUp, onDown } = actions;
  const common = { type: 'text', size: 'small' } as const;
  const say = (key: string) => ({
    'aria-label': t(`referential.${key}`, { name }),
    title: t(`referential.${key}Short`),
  });
  return (
    <span className="line-tools no-print">
      {ordered && (
        <>
          <Button {...common} {...say('up')} icon={<ArrowUpOutlined />} disabled={!onUp} onClick={onUp} />
          <Button {...common} {...say('down')} icon={<ArrowDownOutlined />} disabled={!onDown} onClick={onDown} />
        </>
      )}
      <Button {...common} {...say('edit')} icon={<EditOutlined />} onClick={onEdit} />
      <Button {...common} {...say('remove')} icon={<DeleteOutlined />} onClick={onRemove} />
    </span>
  );
}

/** An item: its label, the sentence that documents print, and the other levels that hold it. */
export function ItemLine({
  item,
  level,
  actions,
}: {
  item: EditedItem;
  level: Level;
  actions: LineActions | undefined;
}) {
  const { t } = useTranslation();
  const others = item.levels.filter((one) => one !== level);
  return (
    <li className="ref-line">
      <div className="ref-said">
        <strong>{item.label}</strong>
        {item.text && <p>{item.text}</p>}
        {others.length > 0 && (
          <span className="tags quiet">
            {t('referential.also')}
            {others.map((one) => (
              <LevelTag key={one} level={one} />
            ))}
          </span>
        )}
      </div>
      {actions && <Tools name={item.label} actions={actions} ordered />}
    </li>
  );
}

/** An obligation: its kind, its figures in words, and its sentence. */
export function ObligationLine({ obligation, actions }: { obligation: Obligation; actions: LineActions | undefined }) {
  const words = useVocabulary();
  const figures = useFigures(obligation);
  const name = words.code('ObligationKind', obligation.kind);
  return (
    <li className="ref-line">
      <div className="ref-said">
        <strong>{name}</strong>
        {figures.length > 0 && <span className="ref-figures figure">{figures.join(' · ')}</span>}
        <p>{obligation.text}</p>
      </div>
      {actions && <Tools name={name} actions={actions} />}
    </li>
  );
}

/** "3 au moins", "4 prévues", "formation de moins de 24 mois": what is counted, in words. */
function useFigures({ kind, target, planned, windowMonths, modes }: Obligation): string[] {
  const { t } = useTranslation();
  const words = useVocabulary();
  const traits = useObligationKinds()(kind);
  return [
    ...(typeof target === 'number' && traits?.asks.includes('target')
      ? [t('referential.atLeast', { figure: formatNumber(target) })]
      : []),
    ...(typeof planned === 'number' ? [t('referential.planned', { figure: formatNumber(planned) })] : []),
    ...(typeof windowMonths === 'number' ? [t('referential.window', { count: windowMonths })] : []),
    ...(modes?.length ? [modes.map((mode) => words.code('ReceptionMode', mode)).join(', ')] : []),
  ];
}
