import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { TextTooLong } from '../../base/shared.errors.js';
import { PasswordTooShort } from '../account/account.errors.js';
import { weakness } from './password-strength.js';
import type { About } from './password-words.js';

/** Length is what counts (CNIL and NIST alike), with tries that are limited: no rule about kinds of characters. */
export const passwordMin = 12;
const passwordMax = 256;

/** OWASP's first choice for Argon2id (Password Storage Cheat Sheet, 2025): 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const derive = promisify(argon2);
const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
/** The same letter can be typed as one character or as two. */
const asTyped = (password: string): string => password.normalize('NFC');

/**
 * Whether a password may be chosen by somebody.
 *
 * @throws PasswordTooShort, TextTooLong, PasswordTooCommon, PasswordTellsOfYou
 */
export const checkPassword = async (password: string, about: About): Promise<void> => {
  const { length } = [...asTyped(password)];
  if (length < passwordMin) throw new PasswordTooShort(passwordMin);
  if (length > passwordMax) throw new TextTooLong(length, passwordMax, 'password');
  const refusal = await weakness(asTyped(password), about);
  if (refusal) throw refusal;
};

/** The Argon2id string of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, which says how to check it later. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: asTyped(password), nonce, ...cost });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(hash)}`;
};

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
let nobodys: Promise<string> | undefined;

/**
 * Whether a password is the one of an Argon2id string. Without a string (unknown address, no password yet) the same work
 * is done and the answer is no, so that the time taken says nothing.
 */
export const isPassword = async (password: string, known: string | undefined): Promise<boolean> => {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const [, memory, passes, parallelism, salt = '', hash = ''] = form.exec(known ?? (await nobodys)) ?? [];
  const expected = Buffer.from(hash, 'base64');
  if (expected.length === 0) return false;
  const found = await derive('argon2id', {
    message: asTyped(password).slice(0, 4 * passwordMax),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected) && known !== undefined;
};
