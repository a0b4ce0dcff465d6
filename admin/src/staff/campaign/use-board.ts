import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CampaignBoardDocument, type CampaignBoardQuery, type CampaignCardFragment } from '../../generated/graphql';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { type Given, type Move, move } from '../convention/moves';
import { type Card, cardsOf, type State } from './model';

export type Campaign = NonNullable<CampaignBoardQuery['campaign']>;

/** Milliseconds between two looks at what colleagues moved, while the page is seen. */
const patience = 30_000;

/** The campaign and all of its conventions, page after page. */
async function readBoard(id: string, signal: AbortSignal) {
  const conventions: CampaignCardFragment[] = [];
  let after: string | null = null;
  for (;;) {
    const { campaign }: CampaignBoardQuery = await execute(CampaignBoardDocument, { id, after }, { signal });
    if (!campaign) throw new ApiError('NOT_FOUND', '');
    const page: Campaign['conventions'] = campaign.conventions;
    conventions.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { campaign, cards: cardsOf(conventions) };
    after = page.pageInfo.endCursor;
  }
}

export function useBoard(id: string) {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  /** Where cards are on their way to, by version, until the server has said so. */
  const [going, setGoing] = useState<Readonly<Record<string, State>>>({});
  const { data, error, refetch } = useQuery({
    queryKey: ['read', 'CampaignBoard', id, i18n.language],
    queryFn: ({ signal }) => readBoard(id, signal),
    staleTime: 0,
    refetchOnMount: 'always',
    refetchInterval: patience,
  });

  const cards = useMemo(
    () =>
      (data?.cards ?? []).map((card) => {
        const to = going[card.version.id];
        return to ? { ...card, version: { ...card.version, state: to, availableTransitions: [] } } : card;
      }),
    [data, going],
  );

  /** Moves a card at once on the screen, then for good; it goes back to its place when the API refuses. */
  const go = useCallback(
    async ({ version }: Card, { transition, to }: Move, given?: Given): Promise<void> => {
      setGoing((before) => ({ ...before, [version.id]: to }));
      try {
        await move(version, transition, given);
      } finally {
        await client.invalidateQueries();
        setGoing(({ [version.id]: _done, ...others }) => others);
      }
    },
    [client],
  );

  return { campaign: data?.campaign, cards, error, refetch, go };
}
