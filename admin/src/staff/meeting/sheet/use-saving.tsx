import { App, Button } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../providers/errors';
import { Overtaken, type Saved, type SheetWork } from './use-sheet';

/** Seconds during which a save can be taken back. */
const undoFor = 10;
const key = 'sheet';

export interface Saving {
  busy: boolean;
  /** Why the last try did not save. */
  refusal: string | undefined;
  save: () => Promise<void>;
  /** What went wrong, in a sentence; undefined when a dialog of its own tells it. */
  explain: (error: unknown) => string | undefined;
}

/** Saving the sheet: one at a time, what came in between told, and undone if asked. */
export function useSaving({ save: send, readAgain }: SheetWork, unsaved: number): Saving {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [refusal, setRefusal] = useState<string>();

  const explain = useCallback(
    (error: unknown): string | undefined => {
      // The dialog of the lost session says it, and the sheet stays as it is.
      if (codeOf(error) === 'UNAUTHENTICATED') return undefined;
      if (error instanceof Overtaken) {
        const names = error.people.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ');
        return t('meeting.save.overtaken', { count: error.people.length, names });
      }
      return error instanceof Error && error.message ? error.message : t('errors.unexpected');
    },
    [t],
  );

  const offerUndo = useCallback(
    ({ count, undo }: Saved) => {
      const takeBack = async () => {
        notification.destroy(key);
        try {
          await undo();
          notification.success({ key, message: t('meeting.save.undone'), role: 'status', duration: 4 });
        } catch (error) {
          notification.error({
            key,
            message: t('meeting.save.undoFailed'),
            description: explain(error),
            role: 'alert',
          });
        }
      };
      notification.success({
        key,
        message: t('meeting.save.saved', { count }),
        role: 'status',
        duration: undoFor,
        btn: count > 0 && (
          <Button size="small" onClick={takeBack}>
            {t('meeting.save.undo')}
          </Button>
        ),
      });
    },
    [notification, t, explain],
  );

  const save = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefusal(undefined);
    try {
      offerUndo(await send());
    } catch (error) {
      setRefusal(explain(error));
      // Closed or cancelled meanwhile: the page shows it, and what was entered stays in sight of its reason.
      if (codeOf(error) === 'RULE') void readAgain();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [send, offerUndo, explain, readAgain]);

  return { busy, refusal: unsaved > 0 ? refusal : undefined, save, explain };
}
