import { Alert, App, Button } from 'antd';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../crud/vocabulary';
import { ApiError } from '../../providers/errors';
import { holdFocus } from '../../shell/hold-focus';
import type { Version } from './events';
import { MoveDialog } from './MoveDialog';
import { type Given, inOrder, type Move, move } from './moves';

interface Options {
  /** Who may sign for each side, in the dialog of the signature. */
  parties: string[];
  /** Reads the page again; the promise ends when it is there. */
  onMoved: () => Promise<unknown>;
  /** Where the focus goes once the button that was pressed is gone. */
  landing: RefObject<HTMLElement | null>;
}

interface Parts {
  /** Towards signature: the main one filled. Those that lack something are disabled. */
  forward: ReactNode;
  /** What ends the convention, said last. */
  endings: ReactNode;
  /** The API's last refusal. */
  notices: ReactNode;
  dialog: ReactNode;
}

/** The next legal actions as the API gives them, in the parts that the page sets out. */
export function useMoves(version: Version, { parties, onMoved, landing }: Options): Parts {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Move>();
  const [going, setGoing] = useState<Move['transition']>();
  const [refusal, setRefusal] = useState<string>();
  const busy = useRef(false);
  const { main, others, endings } = inOrder(version.availableTransitions);

  /** One move at a time, however often the button is pressed. */
  const go = async (one: Move, given?: Given) => {
    if (busy.current) return;
    busy.current = true;
    setGoing(one.transition);
    setRefusal(undefined);
    const landOn = holdFocus();
    try {
      await move(version, one.transition, given);
      setAsking(undefined);
      await message.success(t(`convention.moved.${one.transition}`));
      await onMoved();
      landOn(landing.current);
    } catch (error) {
      // Somebody may have saved or moved it since: what is open now is shown beside the refusal.
      void onMoved();
      throw error;
    } finally {
      busy.current = false;
      setGoing(undefined);
    }
  };

  const press = (one: Move) => {
    if (one.asks.length > 0) return setAsking(one);
    return go(one).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return;
      setRefusal(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    });
  };

  const button = (one: Move) => (
    <Button
      key={one.transition}
      type={one === main ? 'primary' : 'default'}
      danger={endings.includes(one)}
      disabled={one.missing.length > 0 || (going !== undefined && going !== one.transition)}
      loading={going === one.transition && !asking}
      onClick={() => press(one)}
    >
      {words.code('ConventionTransition', one.transition)}
    </Button>
  );

  return {
    forward: [...(main ? [main] : []), ...others].map(button),
    endings: endings.map(button),
    notices: refusal && (
      <Alert type="error" showIcon closable role="alert" message={refusal} onClose={() => setRefusal(undefined)} />
    ),
    dialog: asking && (
      <MoveDialog
        move={asking}
        version={version}
        parties={parties}
        onCancel={() => setAsking(undefined)}
        onGive={(given) => go(asking, given)}
      />
    ),
  };
}
