import { UndoOutlined } from '@ant-design/icons';
import { App, Button, Flex, Timeline } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { UndoChangeDocument } from '../../generated/graphql';
import { formatInstant, formatLongDay, formatTime } from '../../i18n/format';
import { execute } from '../../providers/graphql';
import { useRefresh } from '../../providers/use-read';
import { holdFocus } from '../../shell/hold-focus';
import { Differences } from './Differences';
import { type Change, conceptOfChange, shownFields } from './model';
import { localDay, localTime } from './moment';

/** The changes of `of`, one by one or together: changes of its parts name theirs. */
export function Entries({ runs, of }: { runs: Change[][]; of: string }) {
  const items = runs.flatMap((run) => {
    const [change] = run;
    if (!change) return [];
    return {
      key: change.id,
      color: 'var(--ant-color-text-secondary)',
      children: run.length > 1 ? <AddedTogether changes={run} of={of} /> : <ChangeEntry change={change} of={of} />,
    };
  });
  return <Timeline className="timeline" items={items} />;
}

/** Parts that were added in one go: said once, and one by one for who wants. */
function AddedTogether({ changes, of }: { changes: readonly Change[]; of: string }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const [first] = changes;
  const concept = first && conceptOfChange(first);
  if (!first || !concept) return null;
  return (
    <>
      <p className="timeline-who">
        <strong>{first.actorName ?? t('history.system')}</strong>
        {t('history.comma')}
        <Moment at={first.at} />
      </p>
      <details className="timeline-together">
        <summary>{t('history.together', { what: words.many(concept).toLowerCase() })}</summary>
        <Entries runs={changes.map((change) => [change])} of={of} />
      </details>
    </>
  );
}

function Moment({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <time dateTime={at}>
      {t('history.moment', { day: formatLongDay(localDay(at)), time: formatTime(localTime(at)) })}
    </time>
  );
}

/** One change: who and when, what in words, field by field, why; and its undoing where that is possible. */
function ChangeEntry({ change, of }: { change: Change; of: string }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const concept = conceptOfChange(change);
  const fields = shownFields(change);
  const { at, actorName, action, title, motive, undoes, rowId } = change;
  const what = concept ? words.one(concept) : '';
  return (
    <>
      <Flex wrap align="baseline" justify="space-between" gap="0 16px">
        <p className="timeline-who">
          <strong>{actorName ?? t('history.system')}</strong>
          {t('history.comma')}
          <Moment at={at} />
        </p>
        {change.undoable && <Undo change={change} />}
      </Flex>
      <p className="timeline-what">
        {undoes
          ? t('history.undid', { moment: formatInstant(undoes) })
          : t(`history.action.${action}`, { count: fields.length })}
        {rowId !== of && <span className="quiet">{t('history.ofPart', { what, title: title ?? '' })}</span>}
      </p>
      {motive && (
        <p className="timeline-motive prose">
          <span className="quiet">{t('history.motive')}</span>
          {motive}
        </p>
      )}
      {concept && fields.length > 0 && <Differences concept={concept} change={change} fields={fields} />}
    </>
  );
}

function Undo({ change }: { change: Change }) {
  const { t } = useTranslation();
  const { modal, notification } = App.useApp();
  const refresh = useRefresh();
  const added = change.action === 'CREATED';
  const ask = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const landOn = holdFocus();
    const list = currentTarget.closest<HTMLElement>('.timeline');
    let undone = false;
    modal.confirm({
      title: t('history.undo.title'),
      content: t(added ? 'history.undo.removes' : 'history.undo.text'),
      okText: t('history.undo.action'),
      cancelText: t('history.undo.keep'),
      onOk: async () => {
        try {
          await execute(UndoChangeDocument, { id: change.id });
          undone = true;
          notification.success({ message: t('history.undo.done'), role: 'status' });
        } catch (error) {
          notification.error({
            message: t('history.undo.failed'),
            description: error instanceof Error ? error.message : undefined,
            duration: 0,
          });
        }
        await refresh();
      },
      // What is undone cannot be undone again: its button is gone, one goes on from the list.
      afterClose: () => {
        if (!undone || !list) return;
        list.tabIndex = -1;
        requestAnimationFrame(() => landOn(list));
      },
    });
  };
  return (
    <Button size="small" type="text" icon={<UndoOutlined />} className="no-print timeline-undo" onClick={ask}>
      {t('history.undo.action')}
    </Button>
  );
}
