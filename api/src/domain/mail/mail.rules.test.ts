import { describe, expect, it } from 'vitest';
import type { MailStatus } from '../../mail/mail.codes.js';
import { mailProblem, mailState } from './mail.rules.js';

const of = (status: MailStatus, problem: string | null = null, old = false) => ({ status, problem, old });

describe('what became of a mail', () => {
  it.each([
    ['one in the queue waits', of('QUEUED'), 'WAITING'],
    ['so does one that is tried again', of('QUEUED', '451 later'), 'WAITING'],
    ['so does one that is being handed over', of('SENDING'), 'WAITING'],
    [
      'one whose connection broke after it was handed over is uncertain',
      of('SENDING', 'Connection closed'),
      'UNCERTAIN',
    ],
    ['so is one that a crash left', of('SENDING', null, true), 'UNCERTAIN'],
    ['one that was accepted was sent', of('SENT'), 'SENT'],
    ['one that was given up has failed', of('FAILED', '550 no'), 'FAILED'],
  ] as const)('%s', (_said, facts, state) => expect(mailState(facts)).toBe(state));
});

describe('why a mail failed', () => {
  it.each([
    ['Can’t send mail - all recipients were rejected: 550 5.1.1 <x@y.fr>: User unknown', 'ADDRESS_UNKNOWN'],
    ['550 Requested action not taken: mailbox does not exist', 'ADDRESS_UNKNOWN'],
    ['Message failed: 552 5.2.2 Mailbox full', 'MAILBOX_FULL'],
    ['452 4.2.2 The recipient is over quota', 'MAILBOX_FULL'],
    ['Message failed: 554 5.7.1 Spam message rejected', 'REJECTED'],
    ['550 blocked by our policy', 'REJECTED'],
    ['Invalid login: 535 5.7.8 Error', 'LOGIN'],
    ['Invalid login: 535 Authentication failed', 'LOGIN'],
    ['Message failed: 451 try again later', 'PUT_OFF'],
    ['Message failed: 521 no', 'REFUSED'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'UNREACHABLE'],
    ['Greeting never received', 'UNREACHABLE'],
  ] as const)('%s', (problem, expected) => expect(mailProblem(of('FAILED', problem))).toBe(expected));

  it('is not asked of what waits or has left; of what is uncertain it is the connection', () => {
    expect([mailProblem(of('QUEUED', '451 later')), mailProblem(of('SENT'))]).toEqual([null, null]);
    expect(mailProblem(of('SENDING', 'Connection closed'))).toBe('CUT_OFF');
  });
});
