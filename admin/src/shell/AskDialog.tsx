import { Alert, Form, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../providers/errors';

type Name = string | string[];

interface Props<Typed extends object> {
  title: string;
  text: string;
  /** What the button does, as a verb. */
  okText: string;
  /** What the other button does; to go back, when absent. */
  backText?: string;
  danger?: boolean;
  wide?: boolean;
  start: { [Name in keyof Typed]?: Typed[Name] | undefined };
  /** The input at which the API's refusal of an argument is told, by the argument's name. */
  inputs?: Partial<Record<string, Name>>;
  children: ReactNode;
  onCancel: () => void;
  /** Rejects with the API's refusal. */
  onGive: (typed: Typed) => Promise<void>;
}

/** Asks what an action needs: what is typed stays when the API refuses, its sentence at the input. */
export function AskDialog<Typed extends object>(props: Props<Typed>) {
  const { title, text, okText, backText, danger = false, wide, start, inputs = {}, children, onCancel, onGive } = props;
  const { t } = useTranslation();
  const formId = useId();
  const [form] = Form.useForm<Typed>();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    body.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);

  const explain = (error: unknown) => {
    if (!(error instanceof ApiError)) return setRefusal(t('errors.unexpected'));
    if (error.code === 'UNAUTHENTICATED') return undefined;
    const name = error.details.field && inputs[error.details.field];
    if (!name) return setRefusal(error.message || t('errors.unexpected'));
    form.setFields([{ name, errors: [error.message] } as never]);
    return form.focusField(name as never);
  };

  const give = async (typed: Typed) => {
    setSending(true);
    setRefusal(undefined);
    try {
      await onGive(typed);
    } catch (error) {
      explain(error);
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      open
      width={wide ? 720 : 520}
      title={title}
      okText={okText}
      okButtonProps={{ htmlType: 'submit', form: formId, loading: sending, danger }}
      cancelText={backText ?? t('actions.back')}
      // A press beside it would lose what is typed.
      maskClosable={false}
      onCancel={onCancel}
    >
      <div ref={body}>
        <p className="quiet">{text}</p>
        {refusal && <Alert className="form-refusal" type="error" showIcon role="alert" message={refusal} />}
        <Form<Typed>
          id={formId}
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onBlur"
          initialValues={start}
          scrollToFirstError={{ block: 'center', focus: true }}
          onFinish={give}
        >
          {children}
        </Form>
      </div>
    </Modal>
  );
}

/** A text that cannot be left empty. */
export function useRequired() {
  const { t } = useTranslation();
  return { required: true, whitespace: true, message: t('checks.required') };
}

/** What was typed, without the spaces around; nothing when it is empty. */
export const tidyText = (text: string | undefined): string | undefined => text?.trim() || undefined;
