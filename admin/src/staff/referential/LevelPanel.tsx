import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { valuesOf } from '../../crud/metadata';
import { LevelTag } from '../../crud/value/tags';
import { useVocabulary } from '../../crud/vocabulary';
import {
  type Level,
  MoveReferentialItemDocument,
  RemoveObligationDocument,
  RemoveReferentialItemDocument,
  SetItemLevelsDocument,
} from '../../generated/graphql';
import { execute } from '../../providers/graphql';
import { useRefresh } from '../../providers/use-read';
import { closedLists } from './forms';
import { levels } from './items';
import { ItemLine, type LineActions, ObligationLine } from './Lines';
import {
  type EditedItem,
  itemsOf,
  type ListKind,
  listKinds,
  type Obligation,
  ofLevel,
  placesAfter,
  type Version,
} from './model';
import type { Editing } from './PartDrawer';

interface Props {
  version: Version;
  level: Level;
  /** Opens the form of a part; absent where the version is only read. */
  onEdit: ((editing: Editing) => void) | undefined;
}

/** All that a version says of a level: what it is, what one does there, how, with whom, and what is asked. */
export function LevelPanel({ version, level, onEdit }: Props) {
  const { t } = useTranslation();
  const items = itemsOf(version);
  const said = items.find(({ kind, code }) => kind === 'LEVEL' && code === level);
  const words = useVocabulary();
  const name = words.code('Level', level);
  return (
    <div className="level-panel">
      <div className="level-said">
        <LevelTag level={level} />
        <p className="prose">{said?.text ?? <span className="not-entered">{t('referential.noText')}</span>}</p>
        {onEdit && (
          <Button
            className="no-print"
            size="small"
            icon={<EditOutlined />}
            aria-label={t('referential.describe', { name })}
            onClick={() => onEdit({ what: 'item', kind: 'LEVEL', level, ...(said && { item: said }) })}
          >
            {t('referential.describeShort')}
          </Button>
        )}
      </div>
      <div className="level-columns">
        <div>
          <Items version={version} level={level} kind="MISSION" onEdit={onEdit} />
        </div>
        <div>
          <Obligations version={version} level={level} onEdit={onEdit} />
          {listKinds
            .filter((kind) => kind !== 'MISSION')
            .map((kind) => (
              <Items key={kind} version={version} level={level} kind={kind} onEdit={onEdit} />
            ))}
        </div>
      </div>
    </div>
  );
}

/** Runs what a line's button does, with the API's own sentence when it is refused, then reads the page again. */
function useAct(): (work: () => Promise<unknown>) => Promise<void> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  return async (work) => {
    try {
      await work();
    } catch (error) {
      await message.error(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    }
    await refresh();
  };
}

function useConfirm(): (name: string, why: string, work: () => Promise<unknown>) => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useAct();
  return (name, why, work) =>
    modal.confirm({
      title: t('referential.removeAsk', { name }),
      content: t(`referential.${why}`),
      okText: t('referential.removeShort'),
      okButtonProps: { danger: true },
      cancelText: t('actions.keep'),
      onOk: () => act(work),
    });
}

function Items({ version, level, kind, onEdit }: Props & { kind: ListKind }) {
  const { t } = useTranslation();
  const act = useAct();
  const confirm = useConfirm();
  const all = itemsOf(version).filter((item) => item.kind === kind);
  const shown = ofLevel(all, kind, level);
  const list = closedLists[kind];
  const full = list !== undefined && all.length >= valuesOf(list).length;
  const elsewhere = all.filter((item) => !item.levels.includes(level));
  if (shown.length === 0 && !onEdit) return null;

  const move = (item: EditedItem, by: -1 | 1) => () =>
    act(async () => {
      for (const { item: moved, position } of placesAfter(all, shown, item, by))
        await execute(MoveReferentialItemDocument, { id: moved.id, revision: moved.revision, position });
    });
  const hold = ({ id, revision }: EditedItem, now: Level[]) =>
    execute(SetItemLevelsDocument, { id, revision, levels: levels.filter((one) => now.includes(one)) });
  /** From this level alone, while others hold it. */
  const remove = (item: EditedItem) => {
    const others = item.levels.filter((one) => one !== level);
    if (others.length > 0) return confirm(item.label, 'removeHereWhy', () => hold(item, others));
    return confirm(item.label, 'removeWhy', () =>
      execute(RemoveReferentialItemDocument, { id: item.id, revision: item.revision }),
    );
  };
  const actionsOf = (item: EditedItem, index: number): LineActions | undefined =>
    onEdit && {
      onEdit: () => onEdit({ what: 'item', kind, level, item }),
      onRemove: () => remove(item),
      onUp: index > 0 ? move(item, -1) : undefined,
      onDown: index < shown.length - 1 ? move(item, 1) : undefined,
    };
  return (
    <Block
      title={t(`referential.parts.${kind}`)}
      empty={shown.length === 0}
      onAdd={onEdit && !full ? () => onEdit({ what: 'item', kind, level }) : undefined}
      addLabel={t(`referential.add.${kind}`)}
      elsewhere={
        onEdit &&
        elsewhere.map((item) => ({
          key: item.id,
          label: item.label,
          onClick: () => void act(() => hold(item, [...item.levels, level])),
        }))
      }
      newLabel={t(`referential.new.${kind}`)}
    >
      {shown.map((item, index) => (
        <ItemLine key={item.id} item={item} level={level} actions={actionsOf(item, index)} />
      ))}
    </Block>
  );
}

function Obligations({ version, level, onEdit }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const confirm = useConfirm();
  const kinds = valuesOf('ObligationKind');
  const shown = version.obligations.nodes
    .filter((obligation) => obligation.level === level)
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  const actionsOf = (obligation: Obligation): LineActions | undefined =>
    onEdit && {
      onEdit: () => onEdit({ what: 'obligation', level, obligation }),
      onRemove: () =>
        confirm(words.code('ObligationKind', obligation.kind), 'removeObligationWhy', () =>
          execute(RemoveObligationDocument, { id: obligation.id, revision: obligation.revision }),
        ),
    };
  return (
    <Block
      title={t('referential.parts.OBLIGATION')}
      empty={shown.length === 0}
      onAdd={onEdit && shown.length < kinds.length ? () => onEdit({ what: 'obligation', level }) : undefined}
      addLabel={t('referential.add.OBLIGATION')}
    >
      {shown.map((obligation) => (
        <ObligationLine key={obligation.id} obligation={obligation} actions={actionsOf(obligation)} />
      ))}
    </Block>
  );
}

interface BlockProps {
  title: string;
  empty: boolean;
  onAdd: (() => void) | undefined;
  addLabel: string;
  /** What other levels hold already, to be held by this one too. */
  elsewhere?: { key: string; label: string; onClick: () => void }[] | undefined;
  newLabel?: string;
  children: React.ReactNode;
}

function Block({ title, empty, onAdd, addLabel, elsewhere = [], newLabel, children }: BlockProps) {
  const { t } = useTranslation();
  const button = (
    <Button
      className="no-print"
      size="small"
      icon={<PlusOutlined />}
      {...(elsewhere.length === 0 && { onClick: onAdd })}
    >
      {addLabel}
    </Button>
  );
  const choices = [
    ...elsewhere,
    ...(onAdd ? [{ type: 'divider' as const }, { key: 'new', label: newLabel, onClick: onAdd }] : []),
  ];
  return (
    <section className="ref-block">
      <div className="section-head">
        <h3>{title}</h3>
        {elsewhere.length > 0 ? (
          <Dropdown trigger={['click']} menu={{ items: choices, className: 'ref-choices' }} placement="bottomRight">
            {button}
          </Dropdown>
        ) : (
          onAdd && button
        )}
      </div>
      {empty ? <p className="quiet">{t('referential.noneAsked')}</p> : <ul className="plain-list">{children}</ul>}
    </section>
  );
}
