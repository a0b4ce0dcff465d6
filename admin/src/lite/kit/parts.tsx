import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';
import { type Locale, useLocale } from './language.js';
import { Failure } from './request.js';
import { useLightTexts } from './words.js';

export type Tone = 'good' | 'info' | 'track' | 'warn' | 'bad' | 'none';

const toneIcons: Readonly<Record<Tone, IconName>> = {
  good: 'checkCircle',
  info: 'info',
  track: 'trend',
  warn: 'warning',
  bad: 'crossCircle',
  none: 'question',
};

export function Notice({ tone, children, alert = false }: { tone: Tone; children: ReactNode; alert?: boolean }) {
  return (
    <div className={`notice tone-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={toneIcons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Icon and word; the colour only helps. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge tone-${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} />
      <span>{children}</span>
    </span>
  );
}

interface ButtonProps {
  readonly children: ReactNode;
  readonly main?: boolean;
  readonly big?: boolean;
  readonly plain?: boolean;
  readonly icon?: IconName;
  readonly sending?: boolean;
  readonly submit?: boolean;
  readonly expanded?: boolean;
  /** What a screen reader adds: which meeting this button is about. */
  readonly about?: string;
  readonly onPress?: () => void;
}

/** While it sends, a button keeps its place and focus, says so, and does nothing more. */
export function Button(props: ButtonProps) {
  const { children, main, big, plain, icon, sending = false, submit, expanded, about, onPress } = props;
  const t = useLightTexts();
  const className = ['button', main && 'button-main', big && 'button-big', plain && 'button-plain'].filter(Boolean);
  const press = (event: MouseEvent) => {
    if (sending) event.preventDefault();
    else onPress?.();
  };
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={className.join(' ')}
      aria-disabled={sending || undefined}
      aria-expanded={expanded}
      onClick={press}
    >
      {sending ? <span className="spinner" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      <span>
        {sending ? t('light.sending') : children}
        {about ? <span className="hidden"> {about}</span> : null}
      </span>
    </button>
  );
}

/** The sentence for a failure: the API's own where it gave one. `writing`: something was being saved. */
export function useFailureSentence(): (failure: unknown, writing?: boolean) => string {
  const t = useLightTexts();
  return (failure, writing = false) => {
    if (!(failure instanceof Failure) || failure.kind === 'unavailable') return t('light.unavailable');
    if (failure.kind === 'offline') return t(writing ? 'light.offlineWrite' : 'light.offline');
    return failure.message;
  };
}

export function FailureNotice(props: { failure: unknown; writing?: boolean; onRetry?: () => void }) {
  const t = useLightTexts();
  const sentence = useFailureSentence();
  return (
    <Notice tone="bad" alert>
      <p>{sentence(props.failure, props.writing)}</p>
      {props.onRetry ? <Button onPress={props.onRetry}>{t('light.retry')}</Button> : null}
    </Notice>
  );
}

/** Grey lines in the place of what comes. */
export function Skeleton({ cards = 2 }: { cards?: number }) {
  const t = useLightTexts();
  return (
    <div className="stack" role="status">
      <span className="hidden">{t('light.loading')}</span>
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div className="card stack stack-close" key={index} aria-hidden="true">
          <span className="skeleton" style={{ width: '45%' }} />
          <span className="skeleton" style={{ width: '85%', height: '1.5rem' }} />
          <span className="skeleton" style={{ width: '65%' }} />
          <span className="skeleton" style={{ height: '3rem', marginTop: '0.5rem' }} />
        </div>
      ))}
    </div>
  );
}

const languages: readonly { locale: Locale; code: string; name: string }[] = [
  { locale: 'fr', code: 'FR', name: 'Français' },
  { locale: 'en', code: 'EN', name: 'English' },
];

/** `onChosen`: what else a choice changes. */
export function LanguageSwitch({ onChosen }: { onChosen?: (locale: Locale) => void }) {
  const { locale, choose } = useLocale();
  const t = useLightTexts();
  const press = (chosen: Locale) => {
    choose(chosen);
    onChosen?.(chosen);
  };
  return (
    <fieldset className="language" aria-label={t('light.language')}>
      {languages.map(({ locale: own, code, name }) => (
        <button type="button" key={own} lang={own} aria-pressed={own === locale} onClick={() => press(own)}>
          <span aria-hidden="true">{code}</span>
          <span className="hidden">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
