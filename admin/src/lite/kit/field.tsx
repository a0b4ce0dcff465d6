import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Icon } from './icons.js';
import { useLightTexts } from './words.js';

interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly wrong?: string | null | undefined;
  readonly type?: 'text' | 'email' | 'date' | 'time' | 'password';
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly autoComplete?: string;
  readonly readOnly?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
  readonly required?: boolean;
}

/** A native input with its label, why it is asked, and what is wrong with it. */
export function Field(props: FieldProps & { onKey?: (event: KeyboardEvent) => void; children?: ReactNode }) {
  const { label, help, wrong, type = 'text', name, value, onChange, onLeave, onKey, children, ...rest } = props;
  const id = useId();
  const described = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={children ? 'field field-two' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {help ? (
        <span className="soft small" id={`${id}-help`}>
          {help}
        </span>
      ) : null}
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        onKeyDown={onKey}
        onKeyUp={onKey}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
        autoCapitalize={type === 'email' || type === 'password' ? 'none' : undefined}
        spellCheck={type === 'text' ? undefined : false}
        {...rest}
      />
      {children}
      {wrong ? (
        <p className="field-wrong" id={`${id}-wrong`}>
          <Icon name="warning" />
          <span>{wrong}</span>
        </p>
      ) : null}
    </div>
  );
}

/** A password that can be shown, and a word when Caps Lock is on. */
export function PasswordField(props: Omit<FieldProps, 'type'>) {
  const t = useLightTexts();
  const [shown, setShown] = useState(false);
  const [capital, setCapital] = useState(false);
  return (
    <div className="stack stack-close">
      <Field
        {...props}
        type={shown ? 'text' : 'password'}
        onLeave={() => {
          setCapital(false);
          props.onLeave?.();
        }}
        onKey={(event) => setCapital(event.getModifierState('CapsLock'))}
      >
        <button type="button" className="button button-plain field-aside" onClick={() => setShown(!shown)}>
          <span>{t(shown ? 'light.hidePassword' : 'light.showPassword')}</span>
        </button>
      </Field>
      <p className="small caps-lock" role="status">
        {capital ? t('light.capsLock') : ''}
      </p>
    </div>
  );
}
