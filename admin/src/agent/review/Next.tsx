import { useState } from 'react';
import { Button, FailureNotice, Notice } from '../../light/parts.js';
import { useChange } from '../context.js';
import { isOpen, type Version } from './model.js';
import { requestCorrectionOf, resubmitVersion } from './operations.js';
import { useReviewTexts } from './texts.js';

interface Props {
  readonly version: Version;
  readonly onChanged: () => Promise<void>;
  readonly onDone: (said: string) => void;
}

/** The page's one big action, as the API opens it to the caller; else why there is none. */
export function Next({ version, onChanged, onDone }: Props) {
  const t = useReviewTexts();
  const [latest, setLatest] = useState<'REQUEST_CORRECTION' | 'RESUBMIT' | null>(null);
  const requesting = useChange(requestCorrectionOf, onChanged);
  const resubmitting = useChange(resubmitVersion, onChanged);
  const moves = version.availableTransitions;
  const move = (['RESUBMIT', 'REQUEST_CORRECTION'] as const).find((name) =>
    moves.some(({ transition }) => transition === name),
  );
  if (!move) return null;
  const missing = moves.find(({ transition }) => transition === move)?.missing ?? [];
  const open = version.comments.nodes.filter(isOpen).length;
  const action = move === 'RESUBMIT' ? resubmitting : requesting;
  const go = async () => {
    setLatest(move);
    const { id, revision } = version;
    if (await action.send({ id, revision })) onDone(t(`act.done.${move}`));
  };
  const failure = latest === move ? action.failure : null;
  return (
    <section className="card stack next-act" aria-labelledby="next-act">
      <h2 id="next-act" tabIndex={-1}>
        {t('act.title')}
      </h2>
      {missing.length === 0 ? (
        <>
          <p>{t(`act.${move}.why`)}</p>
          {failure ? <FailureNotice failure={failure} writing /> : null}
          <Button main big sending={action.sending} onPress={() => void go()}>
            {t(`act.${move}`)}
          </Button>
        </>
      ) : missing.includes('OPEN_COMMENT') ? (
        <p>{t('act.nothingToSay')}</p>
      ) : (
        <Notice tone="info">
          <p>{missing.includes('COMMENTS_RESOLVED') ? t('act.resolveFirst', { count: open }) : t('act.lacking')}</p>
        </Notice>
      )}
    </section>
  );
}
