import type { MailProblem, MailState, MailStatus } from '../../mail/mail.codes.js';

/** What the outbox knows of a mail. */
export interface MailFacts {
  readonly status: MailStatus;
  /** What the mail server or the connection said, in its own words. */
  readonly problem: string | null;
  /** Handed over so long ago that whoever did it is no more. */
  readonly old: boolean;
}

/** What became of a mail. One that is being handed over this moment waits; whose handing over broke off is uncertain. */
export const mailState = ({ status, problem, old }: MailFacts): MailState => {
  if (status === 'SENT' || status === 'FAILED') return status;
  return status === 'SENDING' && (problem !== null || old) ? 'UNCERTAIN' : 'WAITING';
};

/**
 * By what servers say: the codes of RFC 5321 and the enhanced ones of RFC 3463, else their usual words. The first that fits, since
 * a code is surer than words.
 */
const saidBy: readonly (readonly [problem: MailProblem, words: RegExp])[] = [
  ['LOGIN', /\b53[0-8]\b|invalid login|authentication/i],
  ['ADDRESS_UNKNOWN', /\b5\.1\.\d+\b/],
  ['MAILBOX_FULL', /\b[45]\.2\.2\b|\b552\b/],
  ['REJECTED', /\b5\.7\.\d+\b/],
  ['MAILBOX_FULL', /quota|mailbox (is )?full/i],
  [
    'ADDRESS_UNKNOWN',
    /\b55[013]\b.*(unknown|no such|not found|does ?n[o’']t exist|invalid (address|recipient)|rejected)/i,
  ],
  ['REJECTED', /\b554\b|spam|blocked|policy/i],
  ['PUT_OFF', /\b4\d\d\b/],
  ['REFUSED', /\b5\d\d\b/],
];

/** Why a mail failed, or is uncertain; null for what waits or has left. */
export const mailProblem = (facts: MailFacts): MailProblem | null => {
  const state = mailState(facts);
  if (state === 'UNCERTAIN') return 'CUT_OFF';
  if (state !== 'FAILED') return null;
  return saidBy.find(([, words]) => words.test(facts.problem ?? ''))?.[0] ?? 'UNREACHABLE';
};
