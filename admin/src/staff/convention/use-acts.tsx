import { App, Button } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useVocabulary } from '../../crud/vocabulary';
import { holdFocus } from '../../shell/hold-focus';
import { type Act, actDialogs } from './acts';
import type { Convention, PageVersion } from './ConventionPage';

interface Options {
  convention: Convention;
  version: PageVersion;
  /** Reads the page again; the promise ends when it is there. */
  onDone: () => Promise<unknown>;
  /** Where the focus goes once the dialog is gone. */
  landing: RefObject<HTMLElement | null>;
}

/** Buttons for what staff do beside the transitions, each with its dialog. */
export function useActs({ convention, version, onDone, landing }: Options): {
  button: (act: Act, look?: { main?: boolean; small?: boolean }) => ReactNode;
  dialog: ReactNode;
} {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Act>();
  const Dialog = asking && actDialogs[asking];

  const done = async (address?: string) => {
    const landOn = holdFocus();
    setAsking(undefined);
    await message.success(t(`convention.done.${asking}`));
    await onDone();
    if (address) await navigate(address);
    else landOn(landing.current);
  };

  return {
    button: (act, { main = false, small = false } = {}) => (
      <Button
        key={act}
        type={main ? 'primary' : 'default'}
        size={small ? 'small' : 'middle'}
        onClick={() => setAsking(act)}
      >
        {words.code('ConventionAct', act)}
      </Button>
    ),
    dialog: Dialog && (
      <Dialog convention={convention} version={version} onCancel={() => setAsking(undefined)} onDone={done} />
    ),
  };
}
