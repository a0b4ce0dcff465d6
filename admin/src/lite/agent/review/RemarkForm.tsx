import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../kit/icons.js';
import { Button, FailureNotice } from '../../kit/parts.js';
import type { Action } from '../../kit/use-query.js';
import { useKept } from './kept.js';
import { useReviewTexts } from './texts.js';

interface Props {
  /** Where what is typed is kept. */
  readonly kept: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly action: string;
  /** May it be sent without a word? */
  readonly optional?: boolean;
  readonly sending: Pick<Action<[never]>, 'sending' | 'failure'>;
  /** Answers whether it was sent. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A few lines to write, which survive a reload until they are sent. */
export function RemarkForm({ kept, label, help, action, optional = false, sending, onSend, onClose }: Props) {
  const t = useReviewTexts();
  const id = useId();
  const [text, setText] = useKept<string>(kept);
  const [empty, setEmpty] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = (text ?? '').trim();
    setEmpty(!optional && said === '');
    if (!optional && said === '') return area.current?.focus();
    if (await onSend(said)) {
      setText(null);
      onClose();
    }
  };
  const cancel = () => {
    setText(null);
    onClose();
  };
  return (
    <form className="stack stack-close" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        {help ? (
          <span className="soft small" id={`${id}-help`}>
            {help}
          </span>
        ) : null}
        <textarea
          ref={area}
          id={id}
          rows={3}
          maxLength={2000}
          value={text ?? ''}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={empty || undefined}
          aria-describedby={empty ? `${id}-wrong` : help ? `${id}-help` : undefined}
        />
        {empty ? (
          <p className="field-wrong" id={`${id}-wrong`}>
            <Icon name="warning" />
            <span>{t('remark.empty')}</span>
          </p>
        ) : null}
      </div>
      {sending.failure ? <FailureNotice failure={sending.failure} writing /> : null}
      <div className="buttons">
        <Button submit sending={sending.sending}>
          {action}
        </Button>
        <Button plain onPress={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
