import i18next from 'i18next';
import { ApiError, isErrorCode } from '../../providers/errors';
import { sessionLoss } from '../../providers/session-loss';
import { accountHeader } from '../../providers/shown-account';

/** One mistake of a template that was refused. */
export interface Fault {
  name: string;
  tag: string;
  part: 'BODY' | 'HEADER' | 'FOOTER' | 'OTHER';
  message: string;
}

/** A template that was refused, with every mistake in it. */
export class TemplateRefused extends ApiError {
  constructor(
    message: string,
    readonly faults: readonly Fault[],
  ) {
    super('BAD_USER_INPUT', message, { refusal: 'TemplateBroken' });
  }
}

interface Told {
  code?: unknown;
  message?: unknown;
  faults?: Fault[];
}

/** What the API said when it refused, as an error whose sentence can be shown. */
const refusal = (status: number, body: string): ApiError => {
  let told: Told = {};
  try {
    told = JSON.parse(body);
  } catch {
    // Not our server's words: a proxy in front of it.
  }
  if (status === 401) sessionLoss.set(true);
  const message = typeof told.message === 'string' ? told.message : i18next.t('errors.unexpected');
  if (told.faults) return new TemplateRefused(message, told.faults);
  return new ApiError(isErrorCode(told.code) ? told.code : 'INTERNAL', message);
};

const lost = () => new ApiError('NETWORK', i18next.t('errors.network'));

const headers = () => ({ 'accept-language': i18next.language ?? 'fr', accept: '*/*', ...accountHeader() });

const nameIn = (disposition: string | null): string => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
  return encoded ? decodeURIComponent(encoded) : 'document';
};

/** Fetches a file and hands it to the browser to be kept. @throws ApiError with the API's own sentence */
export async function download(path: string): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', headers: headers() }).catch(() => {
    throw lost();
  });
  if (!response.ok) throw refusal(response.status, await response.text());
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition'));
  link.click();
  // Browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Sends a file as it is; `onProgress` is told the share sent, from 0 to 1.
 *
 * @throws ApiError with the API's own sentence; TemplateRefused with every mistake of a template
 */
export function upload(path: string, file: File, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // fetch tells nothing of what is sent.
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(lost());
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText))
        : reject(refusal(request.status, request.responseText));
    request.send(file);
  });
}
