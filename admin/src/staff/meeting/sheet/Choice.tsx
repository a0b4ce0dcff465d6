import type { ReactNode } from 'react';
import { useId } from 'react';

export interface Option<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  /** Key that chooses it from anywhere on the line. */
  letter?: string | undefined;
}

interface Props<T extends string> {
  label: string;
  options: readonly Option<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  /** Pressing what is chosen takes it back. */
  onClear?: (() => void) | undefined;
}

/** One of a few, side by side: native radio buttons, so that arrows, screen readers and forms know them. */
export function Choice<T extends string>({ label, options, value, onChange, onClear }: Props<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="choice">
      {options.map((option) => (
        <label key={option.value} className="choice-option" data-value={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            data-letter={option.letter}
            onChange={() => onChange(option.value)}
            onClick={() => option.value === value && onClear?.()}
          />
          {option.icon}
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
