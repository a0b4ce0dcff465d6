import { useWarnAboutChange } from '@refinedev/core';
import { Drawer } from 'antd';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResourceForm } from '../../crud/form/ResourceForm';
import type { Values } from '../../crud/form/values';
import { resourceOf } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import type { Level } from '../../generated/graphql';
import { LeaveDialog } from '../../shell/UnsavedChanges';
import { useObligationKinds } from '../compliance/use-obligation-kinds';
import { CodeChoice } from './code-choice';
import { closedLists, itemForm, obligationForm } from './forms';
import type { ItemKind } from './items';
import { codeFrom, type EditedItem, itemsOf, type Obligation, type Version } from './model';

/** What is being changed or added: an item of a kind, or an obligation. `level`: that of the page it was begun from. */
export type Editing =
  | { what: 'item'; kind: ItemKind; level: Level; item?: EditedItem }
  | { what: 'obligation'; level: Level; obligation?: Obligation };

type Around = NonNullable<ComponentProps<typeof ResourceForm>['around']>;

interface Props {
  version: Version;
  editing: Editing | undefined;
  onClose: () => void;
}

/** The form of a part of a draft, beside the page. */
export function PartDrawer({ version, editing, onClose }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { warnWhen } = useWarnAboutChange();
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    setLeaving(false);
    onClose();
  };
  const around: Around = { onDone: close, onCancel: () => (warnWhen ? setLeaving(true) : close()) };
  const title = () => {
    if (editing?.what === 'item') return words.code('ReferentialItemKind', editing.kind);
    return editing && words.code('ReferentialPart', 'OBLIGATION');
  };
  const existing = editing?.what === 'item' ? editing.item : editing?.obligation;
  return (
    <Drawer
      className="part-drawer"
      open={editing !== undefined}
      title={t(existing ? 'referential.changePart' : 'referential.addPart', { what: title() })}
      width={Math.min(560, window.innerWidth)}
      onClose={around.onCancel}
      afterOpenChange={(open) => {
        // What it was opened from may be gone: one goes on from the level that is being changed.
        if (!open && document.activeElement === document.body)
          document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus({ preventScroll: true });
      }}
      destroyOnHidden
    >
      {editing?.what === 'item' && <ItemForm version={version} {...editing} around={around} />}
      {editing?.what === 'obligation' && <ObligationForm version={version} {...editing} around={around} />}
      <LeaveDialog open={leaving} onStay={() => setLeaving(false)} onLeave={close} />
    </Drawer>
  );
}

function ItemForm({
  version,
  kind,
  level,
  item,
  around,
}: Extract<Editing, { what: 'item' }> & { version: Version; around: Around }) {
  const { t } = useTranslation();
  const resource = resourceOf('ReferentialItem');
  if (!resource) return null;
  const same = itemsOf(version).filter((one) => one.kind === kind);
  const taken = same.map(({ code }) => code);
  const complete = (values: Values): Values => ({
    code: codeFrom(String(values.label ?? ''), taken),
    levels: [level],
    ...values,
    kind,
    referentialId: version.id,
    position: Math.max(0, ...same.map(({ position }) => position)) + 1,
  });
  return (
    <CodeChoice value={{ list: closedLists[kind], taken }}>
      <ResourceForm
        key={item?.id ?? 'new'}
        resource={resource}
        sections={itemForm(kind, !item)}
        row={item}
        start={kind === 'LEVEL' ? { code: level } : { levels: [level] }}
        complete={complete}
        addLabel={t('referential.addConfirm')}
        around={around}
      />
    </CodeChoice>
  );
}

function ObligationForm({
  version,
  level,
  obligation,
  around,
}: Extract<Editing, { what: 'obligation' }> & { version: Version; around: Around }) {
  const { t } = useTranslation();
  const traitsOf = useObligationKinds();
  const resource = resourceOf('Obligation');
  if (!resource) return null;
  return (
    <ResourceForm
      key={obligation?.id ?? 'new'}
      resource={resource}
      sections={obligationForm((kind, figure) => traitsOf(kind)?.asks.includes(figure) ?? false)}
      row={obligation}
      start={{ level }}
      complete={(values) => ({ ...values, referentialId: version.id })}
      addLabel={t('referential.addConfirm')}
      around={around}
    />
  );
}
