import { useState } from 'react';
import { Button, FailureNotice, Notice } from '../../kit/parts.js';
import { Failure } from '../../kit/request.js';
import { useChange } from '../context.js';
import { isOpen, type Version } from './model.js';
import { confirmReadingOf, requestCorrectionOf, resubmitVersion, withdrawReadingOf } from './operations.js';
import { useReviewTexts } from './texts.js';

type Move = 'REQUEST_CORRECTION' | 'RESUBMIT' | 'CONFIRM' | 'WITHDRAW';

interface Props {
  readonly version: Version;
  readonly onChanged: () => Promise<void>;
  readonly onDone: (said: string) => void;
}

/** The page's one big action, as the API opens it to the caller; else why there is none. */
export function Next({ version, onChanged, onDone }: Props) {
  const t = useReviewTexts();
  const [latest, setLatest] = useState<Move | null>(null);
  const requesting = useChange(requestCorrectionOf, onChanged);
  const resubmitting = useChange(resubmitVersion, onChanged);
  const confirming = useChange(confirmReadingOf, onChanged);
  const withdrawing = useChange(withdrawReadingOf, onChanged);
  const moves = version.availableTransitions;
  const move = (['RESUBMIT', 'REQUEST_CORRECTION'] as const).find((name) =>
    moves.some(({ transition }) => transition === name),
  );
  const missing = moves.find(({ transition }) => transition === move)?.missing ?? [];
  // With nothing to ask for, the move is to say that there is nothing to change, or to take that back.
  const [reading] = missing.includes('OPEN_COMMENT') ? version.readingActs : [];
  const act = reading ?? move;
  const actions = {
    RESUBMIT: resubmitting,
    REQUEST_CORRECTION: requesting,
    CONFIRM: confirming,
    WITHDRAW: withdrawing,
  };
  const failed = latest && actions[latest].failure;
  // A refusal tells what somebody else did meanwhile, which is why the act that was pressed may be gone.
  const told = latest === act || (failed instanceof Failure && failed.kind === 'refused');
  const failure = failed && told ? <FailureNotice failure={failed} writing /> : null;
  if (!act) return failure;
  const open = version.comments.nodes.filter(isOpen).length;
  const action = actions[act];
  const go = async () => {
    setLatest(act);
    const { id, revision } = version;
    if (await action.send({ id, revision })) onDone(t(`act.done.${act}`));
  };
  return (
    <section className="card stack next-act" aria-labelledby="next-act">
      <h2 id="next-act" tabIndex={-1}>
        {t('act.title')}
      </h2>
      {failure}
      {reading || missing.length === 0 ? (
        <>
          <p>{t(`act.${act}.why`)}</p>
          <Button main={act !== 'WITHDRAW'} big sending={action.sending} onPress={() => void go()}>
            {t(`act.${act}.label`)}
          </Button>
        </>
      ) : (
        <Notice tone="info">
          <p>{missing.includes('COMMENTS_RESOLVED') ? t('act.resolveFirst', { count: open }) : t('act.lacking')}</p>
        </Notice>
      )}
    </section>
  );
}
