export type Entry = 'admin' | 'agent' | 'sign-in' | 'mailbox';

/** What is told of an error; the API takes no more (`api/src/http/browser-errors.ts`). */
export interface BrowserError {
  readonly entry: Entry;
  /** The address, without what differs from thing to thing: `/guichets/:id`. */
  readonly page: string;
  readonly name: string;
  readonly message: string;
  /** Function, file, line and column, the innermost first. */
  readonly frames: readonly string[];
}

/** Of one page load. */
const most = 10;
const limits = { page: 100, name: 60, message: 300, frames: 10, called: 40, file: 120 };

/** What the API refused, or the network lost: known there, or nowhere. */
const expected = new Set(['ApiError', 'Failure', 'AbortError', 'TimeoutError']);
/** The browser's own word for a page that measures itself twice. */
const busy = /^ResizeObserver loop/;

/** A property's name in the words of engines is of our code; whatever else is quoted, such as by JSON.parse, may be typed. */
const withoutTyped = (message: string): string =>
  message
    .replace(/\(reading '([\w$]+)'\)/g, '(reading ‘$1’)')
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|«[^»]*»?|“[^”]*”?/g, '…')
    .replace(/(https?:\/\/[^\s/]+)\S*/g, '$1/…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, limits.message);

const pageOf = (pathname: string): string =>
  pathname
    .split('/')
    .map((part) => (/^[a-z-]*$/.test(part) ? part : ':id'))
    .join('/')
    .slice(0, limits.page);

/** Chromium writes `at show (https://…:1:2)`, Firefox and Safari `show@https://…:1:2`. */
const frame =
  /^\s*(?:at )?(?:([\w$.<> ]+?) ?[(@]|(async) |@)?https?:\/\/[^\s/]+(\/[\w./@-]+)(?:\?[^\s):]*)?:(\d+):(\d+)/;

const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .flatMap((line) => {
      const [all, called = '', async = '', file = '', row, column] = frame.exec(line) ?? [];
      const by = (called || async).slice(0, limits.called);
      return all ? [`${by} ${file.slice(-limits.file)}:${row}:${column}`.trim()] : [];
    })
    .slice(0, limits.frames);

interface Reporting {
  entry: Entry;
  pathname(): string;
  send(error: BrowserError): void;
}

/** @returns what tells of something thrown, once; it never throws itself */
export const makeReporter = ({ entry, pathname, send }: Reporting): ((thrown: unknown) => void) => {
  const told = new Set<string>();
  return (thrown) => {
    try {
      const { name, message, stack = '' } = thrown instanceof Error ? thrown : { name: '', message: thrown };
      const text = typeof message === 'string' ? message : '';
      if (expected.has(name) || busy.test(text)) return;
      const error: BrowserError = {
        entry,
        page: pageOf(pathname()),
        name: name.replace(/\W/g, '').slice(0, limits.name),
        message: withoutTyped(text),
        frames: framesOf(stack),
      };
      const key = JSON.stringify(error);
      if (told.has(key) || told.size >= most) return;
      told.add(key);
      send(error);
    } catch {
      // Whoever tells of mistakes makes none of their own.
    }
  };
};

const send = (error: BrowserError): void => {
  // Also while the page is left. A failure is nobody's: told, it would fail again.
  fetch('/browser-errors', {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(error),
  }).catch(() => undefined);
};

let report: ((thrown: unknown) => void) | undefined;

/** Tells the API of every mistake of this page that nothing caught. */
export const reportErrors = (entry: Entry): void => {
  const tell = makeReporter({ entry, pathname: () => window.location.pathname, send });
  report = tell;
  window.addEventListener('error', ({ error, message }) => tell(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
};

/** Tells of a mistake that something caught, to show a page in the place of the one that failed. */
export const reportCrash = (thrown: unknown): void => report?.(thrown);
