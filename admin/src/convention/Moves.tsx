import { Alert, App, Button, Space } from 'antd';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../providers/errors';
import { pathTo } from '../resource/registry';
import { useVocabulary } from '../resource/vocabulary';
import { useEnumeration } from './enumeration';
import type { Version } from './events';
import { MoveDialog } from './MoveDialog';
import { type Given, inOrder, isEditable, type Move, move, needFields } from './moves';

interface Props {
  version: Version;
  /** Who may sign for each side, in the dialog of the signature. */
  parties: string[];
  /** Reads the page again; the promise ends when it is there. */
  onMoved: () => Promise<unknown>;
  /** Where the focus goes once the button that was pressed is gone. */
  landing: RefObject<HTMLElement | null>;
}

/** The next legal actions as the API gives them: the main one filled, those that lack something disabled and saying what. */
export function Moves({ version, parties, onMoved, landing }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Move>();
  const [going, setGoing] = useState<Move['transition']>();
  const [refusal, setRefusal] = useState<string>();
  const busy = useRef(false);
  const { main, others, endings } = inOrder(version.availableTransitions);
  const lacking = version.availableTransitions.filter(({ missing }) => missing.length > 0);

  /** One move at a time, however often the button is pressed. */
  const go = async (one: Move, given?: Given) => {
    if (busy.current) return;
    busy.current = true;
    setGoing(one.transition);
    setRefusal(undefined);
    try {
      await move(version, one.transition, given);
      setAsking(undefined);
      message.success(t(`convention.moved.${one.transition}`));
      await onMoved();
      landing.current?.focus();
    } catch (error) {
      // Somebody may have saved or moved it since: what is open now is shown beside the refusal.
      void onMoved();
      throw error;
    } finally {
      busy.current = false;
      setGoing(undefined);
    }
  };

  const press = (one: Move) => {
    if (one.asks.length > 0) return setAsking(one);
    return go(one).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return;
      setRefusal(error instanceof Error && error.message ? error.message : t('errors.unexpected'));
    });
  };

  const button = (one: Move, type: 'primary' | 'default' | 'text') => (
    <Button
      key={one.transition}
      type={type}
      danger={type === 'text'}
      disabled={one.missing.length > 0}
      loading={going === one.transition && !asking}
      onClick={() => press(one)}
    >
      {words.code('ConventionTransition', one.transition)}
    </Button>
  );

  if (version.availableTransitions.length === 0) return null;
  return (
    <div className="moves no-print">
      <Space wrap>
        {main && button(main, 'primary')}
        {others.map((one) => button(one, 'default'))}
        {endings.map((one) => button(one, 'text'))}
      </Space>
      {lacking.length > 0 && <Lacking version={version} moves={lacking} />}
      {refusal && (
        <Alert type="error" showIcon closable role="alert" message={refusal} onClose={() => setRefusal(undefined)} />
      )}
      {asking && (
        <MoveDialog
          move={asking}
          version={version}
          parties={parties}
          onCancel={() => setAsking(undefined)}
          onGive={(given) => go(asking, given)}
        />
      )}
    </div>
  );
}

/** What is missing, in words; each leads to its field of the form. */
function Lacking({ version, moves }: { version: Version; moves: Move[] }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const enumerate = useEnumeration();
  const needs = [...new Set(moves.flatMap(({ missing }) => missing))];
  const [first] = needs.flatMap((need) => needFields[need] ?? []);
  return (
    <Alert
      type="info"
      showIcon
      message={t('convention.lacking', {
        what: enumerate(needs.map((need) => words.code('ConventionNeed', need))),
        action: words.code('ConventionTransition', moves[0]?.transition ?? 'SUBMIT').toLowerCase(),
      })}
      action={
        first &&
        isEditable(version) && (
          <Link to={`${pathTo('ConventionVersion', version.id)}/edit#${first}`}>{t('convention.complete')}</Link>
        )
      }
    />
  );
}
