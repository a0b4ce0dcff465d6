import { Alert, Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../providers/errors';

interface Props {
  label: string;
  placeholder?: string;
  /** What the button does, as a verb. */
  action: string;
  /** May it be sent without a word? */
  optional?: boolean;
  onCancel: () => void;
  /** Rejects with the API's refusal; what is typed then stays. */
  onSend: (text: string) => Promise<void>;
}

const longest = 2000;

/** A few lines to write under a field, and its button. */
export function RemarkForm({ label, placeholder, action, optional = false, onCancel, onSend }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);

  const send = async () => {
    if (sending) return;
    if (!optional && text.trim() === '') return setRefusal(t('checks.required'));
    setSending(true);
    setRefusal(undefined);
    try {
      await onSend(text.trim());
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'UNAUTHENTICATED'))
        setRefusal(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
      setSending(false);
    }
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text.trim() === '') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape and Ctrl+Enter from the text it holds
    <div ref={box} className="remark-form no-print" onKeyDown={onKeyDown}>
      <Input.TextArea
        aria-label={label}
        placeholder={placeholder}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={longest}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {refusal && <Alert type="error" showIcon role="alert" message={refusal} />}
      <div className="remark-tools">
        <Button type="primary" size="small" loading={sending} onClick={() => void send()}>
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('actions.cancel')}
        </Button>
      </div>
    </div>
  );
}
