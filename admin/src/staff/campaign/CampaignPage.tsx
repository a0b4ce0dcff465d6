import { EditOutlined, PrinterOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button, Skeleton, Space, Typography } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Missing } from '../../crud/page/Missing';
import { basePath, pathTo, resourceOf } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { useVocabulary } from '../../crud/vocabulary';
import { DeleteCampaignDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { LinkButton } from '../../shell/LinkButton';
import { usePageTitle } from '../../shell/use-page-title';
import type { Given, Move } from '../convention/moves';
import { Printed } from '../convention/Printed';
import { Timeline } from '../history/Timeline';
import { linkId, menuId } from './AdvanceMenu';
import { AskedMove } from './AskedMove';
import { Board } from './Board';
import { blocks, type Card, lacking, type Need } from './model';
import { Summary } from './Summary';
import { type Campaign, useBoard } from './use-board';
import './campaign.css';
import { useRefresh } from '../../providers/use-read';

/** A campaign: how far it is, what blocks, and its conventions by state. */
export function CampaignPage({ id }: { id: string }) {
  const resource = resourceOf('Campaign');
  const { campaign, cards, error, refetch, go } = useBoard(id);
  usePageTitle(campaign?.name ?? '');
  if (error && !campaign) return <Missing resource={resource} error={error} onRetry={() => void refetch()} />;
  if (!campaign) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;
  return <Followed campaign={campaign} cards={cards} go={go} />;
}

interface Props {
  campaign: Campaign;
  cards: Card[];
  go: (card: Card, move: Move, given?: Given) => Promise<void>;
}

function Followed({ campaign, cards, go }: Props) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const [asking, setAsking] = useState<{ card: Card; move: Move }>();
  const [refusal, setRefusal] = useState<string>();
  const [said, setSaid] = useState('');
  const [need, setNeed] = useState<Need>();
  const running = useRef(new Set<string>());
  const landing = useRef<string>(undefined);
  const staff = useOffered('Campaign', 'update');
  const untouched = cards.length > 0 && cards.every(({ version }) => version.state === 'DRAFT');
  // Nothing lacks it any more: all are shown again.
  const found = useMemo(() => blocks(cards), [cards]);
  const active = found.some((one) => one.need === need) ? need : undefined;
  const shown = useMemo(
    () => (active ? cards.filter((card) => lacking(card).includes(active)) : cards),
    [cards, active],
  );

  // A card is made anew in its column: whoever moved it goes on from there, unless they are elsewhere already.
  useEffect(() => {
    if (landing.current === undefined) return;
    const { current } = landing;
    landing.current = undefined;
    if (document.activeElement !== document.body) return;
    (document.getElementById(menuId(current)) ?? document.getElementById(linkId(current)))?.focus();
  });

  /** One move at a time of each card, however often one presses. */
  const run = useCallback(
    async (card: Card, move: Move, given?: Given) => {
      if (running.current.has(card.id)) return;
      running.current.add(card.id);
      setRefusal(undefined);
      try {
        await go(card, move, given);
        setSaid(t('campaign.moved', { name: card.guichet.name, state: words.code('ConventionState', move.to) }));
      } finally {
        running.current.delete(card.id);
        landing.current = card.id;
      }
    },
    [go, t, words],
  );

  const press = useCallback(
    (card: Card, move: Move) => {
      if (move.asks.length > 0) return setAsking({ card, move });
      run(card, move).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return;
        const why = error instanceof Error && error.message ? error.message : t('errors.unexpected');
        setRefusal(t('campaign.refused', { name: card.guichet.name, why }));
      });
    },
    [run, t],
  );

  const give = async (given: Given) => {
    if (!asking) return;
    await run(asking.card, asking.move, given);
    setAsking(undefined);
  };

  return (
    <article className="page campaign-page" aria-labelledby="page-title">
      <Printed epci={campaign.epci.name} />
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title">
            {campaign.name}
          </Typography.Title>
          <p className="quiet">
            <Link to={pathTo('Plan', campaign.plan.id)}>{campaign.plan.name}</Link>
            {' · '}
            {t('campaign.term', { from: formatDay(campaign.startsOn), to: formatDay(campaign.endsOn) })}
            {' · '}
            <Link to={pathTo('Referential', campaign.referential.id)}>{campaign.referential.name}</Link>
          </p>
        </div>
        <Space wrap className="no-print">
          {staff && (
            <LinkButton icon={<EditOutlined />} to={`${pathTo('Campaign', campaign.id)}/edit`}>
              {t('campaign.rename')}
            </LinkButton>
          )}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('campaign.print')}
          </Button>
          {staff && (untouched || cards.length === 0) && <UndoButton campaign={campaign} count={cards.length} />}
        </Space>
      </header>
      <Summary cards={cards} blocks={found} need={active} onNeed={setNeed} />
      {refusal && (
        <Alert
          className="campaign-refusal"
          type="error"
          showIcon
          closable
          role="alert"
          message={refusal}
          onClose={() => setRefusal(undefined)}
        />
      )}
      <p className="seen-by-readers" role="status">
        {said}
      </p>
      {cards.length === 0 ? (
        <div className="empty">
          <p>{t('campaign.noConventions')}</p>
        </div>
      ) : (
        <Board cards={shown} onMove={press} />
      )}
      <Timeline id={campaign.id} />
      {asking && (
        <AskedMove card={asking.card} move={asking.move} onCancel={() => setAsking(undefined)} onGive={give} />
      )}
    </article>
  );
}

/** Undoes the campaign with its drafts: the API says whether it still can. */
function UndoButton({ campaign, count }: { campaign: Campaign; count: number }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const ask = () =>
    modal.confirm({
      title: t('campaign.undoAsk', { name: campaign.name }),
      content: t('campaign.undoWhat', { count }),
      okText: t('campaign.undo'),
      okButtonProps: { danger: true },
      cancelText: t('campaign.keep'),
      onOk: async () => {
        try {
          await execute(DeleteCampaignDocument, { id: campaign.id, revision: campaign.revision });
        } catch (error) {
          modal.warning({
            title: t('campaign.notUndone'),
            content: error instanceof Error && error.message ? error.message : t('errors.unexpected'),
            okText: t('actions.understood'),
          });
          return;
        }
        await message.success(t('campaign.undone'));
        await navigate(basePath('Campaign'), { replace: true });
        void refresh();
      },
    });
  return (
    <Button icon={<UndoOutlined />} onClick={ask}>
      {t('campaign.undo')}
    </Button>
  );
}
