import type { KeyboardEvent } from 'react';

/**
 * The sheet from the keyboard: a letter answers for the person whose line has the focus, up and down go from person to
 * person. Left and right are the radio buttons' own.
 */
export function walkSheet(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const line = target.closest<HTMLElement>('[data-agent]');
  if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-agent]')];
    const next = lines[lines.indexOf(line) + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    focusIn(next);
    return;
  }
  const answer = [...line.querySelectorAll<HTMLInputElement>('input[data-letter]')].find(
    ({ dataset }) => dataset.letter === event.key.toLowerCase(),
  );
  if (!answer) return;
  event.preventDefault();
  answer.focus();
  if (!answer.checked) answer.click();
}

/** The answer in a line that holds the focus when one comes to it: the chosen one, else the first; else a button. */
function focusIn(line: HTMLElement | undefined): void {
  const reached =
    line?.querySelector<HTMLElement>('input[data-letter]:checked') ??
    line?.querySelector<HTMLElement>('input[data-letter], button');
  reached?.focus();
}
