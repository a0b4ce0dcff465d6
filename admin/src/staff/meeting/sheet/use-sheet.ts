import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { CorrectSheetDocument, SaveSheetDocument, StaffMeetingDocument } from '../../../generated/graphql';
import { execute } from '../../../providers/graphql';
import {
  type Draft,
  draftReducer,
  emptyDraft,
  linesBefore,
  linesToSend,
  overtaken,
  type Person,
  type SentLine,
  type Sheet,
} from './model';

/** Agents sign on their phones while the sheet is on the screen. */
const followEvery = 20_000;

export interface Saved {
  /** How many lines were sent. */
  count: number;
  undo: () => Promise<void>;
}

/** A save that waits for a second look: these answers changed while others were entered for the same people. */
export class Overtaken extends Error {
  constructor(readonly people: readonly Person[]) {
    super('overtaken');
  }
}

export function useSheet(id: string) {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [draft, change] = useReducer(draftReducer, emptyDraft);
  const key = useMemo(() => ['read', 'StaffMeeting', id, i18n.language], [id, i18n.language]);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => execute(StaffMeetingDocument, { id }, { signal }).then((data) => data.meetingSheet),
    refetchInterval: ({ state }) => (state.data?.meeting.state === 'OPEN' ? followEvery : false),
  });

  /** Everything on the screen may tell of this meeting: lists, the home, its own page. */
  const readAgain = useCallback(() => client.invalidateQueries(), [client]);
  const send = useCallback(
    async (lines: SentLine[]) => {
      await execute(SaveSheetDocument, { meetingId: id, lines });
      await readAgain();
    },
    [id, readAgain],
  );

  /** The sheet as the server has it this instant, or Overtaken when it contradicts what was entered. */
  const meet = useCallback(
    async (mine: Draft): Promise<Sheet> => {
      const { data } = await query.refetch({ throwOnError: true });
      if (!data) throw new Error();
      const people = overtaken(data, mine);
      if (people.length === 0) return data;
      change({ type: 'seen', people });
      throw new Overtaken(people);
    },
    [query.refetch],
  );

  const save = useCallback(async (): Promise<Saved> => {
    const sheet = await meet(draft);
    const lines = linesToSend(sheet, draft);
    const before = linesBefore(sheet, lines);
    if (lines.length > 0) await send(lines);
    change({ type: 'clear' });
    return { count: lines.length, undo: () => send(before) };
  }, [draft, meet, send]);

  /** The same for a closed sheet: its motive is kept, and what was is in the history. */
  const correct = useCallback(
    async (motive: string): Promise<void> => {
      const lines = linesToSend(await meet(draft), draft);
      if (lines.length > 0) await execute(CorrectSheetDocument, { meetingId: id, motive, lines });
      change({ type: 'clear' });
      await readAgain();
    },
    [draft, id, meet, readAgain],
  );

  return { query, draft, change, save, correct, meet, readAgain };
}

export type SheetWork = ReturnType<typeof useSheet>;
