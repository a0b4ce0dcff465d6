import type { Locale } from '../base/codes.js';
import { type Say, saying } from '../words/words.js';
import type { Letter } from './post.js';

export const mailWords: Readonly<Record<Locale, Say>> = saying('mail');

/** A mail is a few of these: the plain text and the HTML are both made of them. */
export type Part =
  | { paragraph: string }
  | { heading: string }
  | { link: string; address: string }
  | { lines: { text: string; detail?: string | null; address?: string }[] }
  | { small: string; address?: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const anchor = (address: string, text: string): string => `<a href="${escaped(address)}">${escaped(text)}</a>`;

const asText = (part: Part): string => {
  if ('paragraph' in part) return part.paragraph;
  if ('heading' in part) return part.heading.toLocaleUpperCase();
  if ('link' in part) return `${part.link}\n${part.address}`;
  if ('small' in part) return [part.small, part.address].filter(Boolean).join('\n');
  return part.lines
    .map(({ text, detail, address }) =>
      [`- ${text}`, detail && `  ${detail}`, address && `  ${address}`].filter(Boolean).join('\n'),
    )
    .join('\n');
};

const asHtml = (part: Part): string => {
  if ('paragraph' in part) return `<p>${escaped(part.paragraph)}</p>`;
  if ('heading' in part) return `<h2 style="font-size:1.1em;margin:1.5em 0 .5em">${escaped(part.heading)}</h2>`;
  if ('link' in part)
    return `<p><strong>${anchor(part.address, part.link)}</strong><br><small>${escaped(part.address)}</small></p>`;
  if ('small' in part)
    return `<p><small>${escaped(part.small)}${part.address ? ` ${anchor(part.address, part.address)}` : ''}</small></p>`;
  const lines = part.lines.map(
    ({ text, detail, address }) =>
      `<li style="margin-bottom:.5em">${address ? anchor(address, text) : escaped(text)}${detail ? `<br><small>${escaped(detail)}</small>` : ''}</li>`,
  );
  return `<ul style="padding-left:1.2em">${lines.join('')}</ul>`;
};

/** Writes a mail in a language: parts between the greeting and the signature. */
export const writeLetter = (
  locale: Locale,
  { subject, name, parts }: { subject: string; name: string; parts: Part[] },
): Letter => {
  const say = mailWords[locale];
  const all: Part[] = [{ paragraph: say('hello', { name }) }, ...parts, { small: say('signature') }];
  return {
    subject,
    text: `${all.map(asText).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="font-family:sans-serif;max-width:40em;line-height:1.5">${all.map(asHtml).join('\n')}</body></html>`,
  };
};
