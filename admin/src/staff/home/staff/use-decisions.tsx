import { App, Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmAttendanceDocument, RefuseAttendanceDocument } from '../../../generated/graphql';
import { execute, requestJson, type TypedText } from '../../../providers/graphql';

/** A declaration that waits. */
export interface Declaration {
  id: string;
  revision: number;
  /** Who declared it. */
  name: string;
}
export type Verdict = 'confirm' | 'refuse';
export type Decide = (declaration: Declaration, verdict: Verdict) => void;

interface Waiting {
  declaration: Declaration;
  verdict: Verdict;
}

/** Seconds during which a decision can be taken back: the API keeps one for good, so it is sent only then. */
const delay = 8;
const documents: Record<Verdict, TypedText<unknown, { id: string; revision: number }>> = {
  confirm: ConfirmAttendanceDocument,
  refuse: RefuseAttendanceDocument,
};

/**
 * Decisions on declared participations: shown as taken at once, sent a few seconds later unless taken back,
 * and sent without delay when the page is left.
 *
 * @param onSent called once a decision is stored
 */
export function useDecisions(onSent: () => void): { taken: ReadonlySet<string>; decide: Decide } {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, Waiting>());
  const sent = useRef(onSent);
  sent.current = onSent;

  const restore = useCallback((id: string) => {
    setTaken((before) => new Set([...before].filter((one) => one !== id)));
  }, []);

  const send = useCallback(
    async ({ declaration: { id, revision }, verdict }: Waiting) => {
      if (!waiting.current.delete(id)) return;
      try {
        await execute(documents[verdict], { id, revision });
        sent.current();
      } catch (error) {
        restore(id);
        notification.error({
          message: t('home.declaration.failed'),
          description: error instanceof Error ? error.message : undefined,
          role: 'alert',
        });
      }
    },
    [notification, restore, t],
  );

  const decide = useCallback<Decide>(
    (declaration, verdict) => {
      const { id, name } = declaration;
      const entry: Waiting = { declaration, verdict };
      waiting.current.set(id, entry);
      setTaken((before) => new Set([...before, id]));
      const undo = () => {
        waiting.current.delete(id);
        notification.destroy(id);
        restore(id);
      };
      notification.success({
        key: id,
        message: t(`home.declaration.done.${verdict}`, { name }),
        duration: delay,
        role: 'status',
        // The pointer on the message holds it open, hence the decision too.
        pauseOnHover: true,
        onClose: () => void send(entry),
        actions: <Button onClick={undo}>{t('home.declaration.undo')}</Button>,
      });
    },
    [notification, restore, send, t],
  );

  useEffect(() => {
    const entries = waiting.current;
    const leave = () => {
      for (const { declaration, verdict } of entries.values()) {
        const { id, revision } = declaration;
        const body = JSON.stringify({ query: documents[verdict].toString(), variables: { id, revision } });
        // `keepalive`: the request outlives the page.
        requestJson('/graphql', { method: 'POST', body, keepalive: true }).then(
          () => sent.current(),
          () => undefined,
        );
      }
      entries.clear();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return { taken, decide };
}
